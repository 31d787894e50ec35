"""`mhscan validate`: all that is wrong with packs and assessments."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from mhscan.checks.choice import Choice
from mhscan.cli.common import author_folder, pack_folder
from mhscan.cli.options import PackOption, WatchOption
from mhscan.errors import ExitCode, InputError, Problem, UsageError
from mhscan.language import _
from mhscan.ui.faces.registry import FACES, Face
from mhscan.ui.streams import out_document, talk

FORMATS = ", ".join(FACES)
PathsArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar=_("PATH"),
        help=_("Packs or files; else the pack in this folder, or the shipped one."),
        show_default=False,
    ),
]
OwnTemplatesOption = Annotated[
    Path | None,
    typer.Option(
        metavar=_("FOLDER"), help=_("Your own templates, as they are used with the pack."), show_default=False
    ),
]
FaceOption = Annotated[
    str,
    typer.Option(
        "--format",
        metavar=_("FORMAT"),
        help=_("{formats}; text unless GitHub Actions runs it.").format(formats=FORMATS),
        show_default=False,
    ),
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option(metavar=_("CODES"), help=_("Show only these codes, such as MH2."), show_default=False),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(metavar=_("CODES"), help=_("Do not show these codes."), show_default=False),
]
BaseOption = Annotated[
    str,
    typer.Option(
        metavar=_("REVISION"),
        help=_("Does the version number say what changed since this revision in git?"),
        show_default=False,
    ),
]


def validate(
    paths: PathsArgument = None,
    templates: OwnTemplatesOption = None,
    pack: PackOption = None,
    output_format: FaceOption = "",
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    strict: Annotated[bool, typer.Option("--strict", help=_("Warnings count as errors."))] = False,
    base: BaseOption = "",
    watch: WatchOption = False,
) -> int:
    """Check the files of packs, assessments, and templates of your own."""
    from mhscan.checks.settings import read_settings

    face = _face(output_format)
    settings, wrong = read_settings(Path())
    choice = _choice(settings, select, ignore, strict)
    own = [templates] if templates else []
    chosen = [*(paths or []), *own] or [author_folder(None)]

    def look() -> int:
        for one in own:
            _must_have_templates(one, pack_folder(pack))
        return _look(chosen, pack_folder(pack), face, choice, [*wrong, *_since(base, chosen)])

    if watch:
        from mhscan.cli.watch import keep_doing

        keep_doing(look, chosen)
    return look()


def _look(paths: list[Path], pack: Path, face: Face, choice: Choice, more: list[Problem]) -> int:
    """Check the files and show what is found; gives the exit code."""
    from mhscan.checks.validate import review
    from mhscan.ui.problems import count_words

    findings = review(paths, pack, choice, more)
    out_document(face(findings))
    talk(count_words(findings.problems) if findings.problems else _("Nothing wrong found."))
    failed = findings.errors or (choice.strict and findings.problems)
    return ExitCode.FINDINGS if failed else ExitCode.DONE


def _must_have_templates(folder: Path, pack: Path) -> None:
    """Make sure that there is something to look at: a folder in which nothing is found must not pass as right.

    Raises:
        InputError: it is no folder, or has no templates.
    """
    from mhscan.reports.folders import has_templates, template_folders

    template_folders(pack, folder)
    if not has_templates(folder):
        message = _("There are no templates in {path}.").format(path=folder)
        raise InputError(message, _("Name the folder in which they stand themselves, not one above it."))


def _since(revision: str, paths: list[Path]) -> list[Problem]:
    """Where a version number claims less than what changed since a revision; nothing where none was named."""
    if not revision:
        return []
    from mhscan.checks.diff.base import base_problems

    return base_problems(paths, revision)


def _face(wanted: str) -> Face:
    """The face that was asked for; on GitHub Actions its own, unless another was."""
    name = wanted or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    if name not in FACES:
        message = _("'{value}' is not one of: {known}").format(value=name, known=FORMATS)
        raise UsageError(message, _("Name one of these after --format."))
    return FACES[name]


def _choice(settings: Choice, select: list[str] | None, ignore: list[str] | None, strict: bool) -> Choice:
    """The settings of the folder, with what was asked for in their place."""
    from mhscan.checks.choice import codes_in, known_codes, unknown_codes
    from mhscan.loading.shape import suggest

    chosen = Choice(
        codes_in(select) if select else settings.select,
        codes_in(ignore) if ignore else settings.ignore,
        strict or settings.strict,
    )
    for code in unknown_codes((*chosen.select, *chosen.ignore)):
        hint = suggest(code, known_codes()) or _("The codes are listed in docs/checks.md.")
        raise UsageError(_("'{code}' is no code").format(code=code), hint)
    return chosen
