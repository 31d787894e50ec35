"""`mhscan validate`: all that is wrong with packs and assessments."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from mhscan.cli.options import PackOption, WatchOption
from mhscan.errors import ExitCode, InputError, Problem, UsageError
from mhscan.language import _, ngettext
from mhscan.lint.code_filter import Choice
from mhscan.loading.files import list_yaml
from mhscan.loading.pack_choice import choose_pack, named_packs, pack_asked_for, packs_near
from mhscan.loading.paths import is_folder, real_path
from mhscan.opening.finding import is_assessment, is_pattern, matching
from mhscan.text import shell
from mhscan.ui.faces.registry import FACES, Face
from mhscan.ui.streams import out_document, talk

FORMATS = ", ".join(FACES)
PathsArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar=_("PATH"),
        help=_("Packs, files or patterns. Else the pack that --pack names, or else the pack of this folder."),
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


RootOption = Annotated[
    Path | None,
    typer.Option(
        metavar=_("FOLDER"),
        help=_("Name files from this folder in github, sarif and junit; else from the root of the CI."),
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
    root: RootOption = None,
    watch: WatchOption = False,
) -> int:
    """Check the files of packs, assessments, and templates of your own."""
    from mhscan.lint.settings import read_settings, settings_files

    face = FACES[face_name(output_format)]
    _choice(read_settings(Path())[0], select, ignore, strict)
    own = [templates] if templates else []
    chosen = [*_expanded(paths or []), *own] or [_pack_to_check(pack)]
    _named(pack)

    def look() -> int:
        settings, wrong = read_settings(Path())
        choice = _choice(settings, select, ignore, strict)
        for one in own:
            _must_have_templates(one, choose_pack(pack).folder)
        return _look(_Order(chosen, pack, face, choice, root_folder(root)), wrong, _since(base, chosen))

    if watch:
        from mhscan.cli.watch import keep_doing

        keep_doing(look, chosen, [path for path, _table in settings_files(Path())])
    return look()


def _expanded(paths: list[Path]) -> list[Path]:
    """The paths, with what patterns stand for where no shell did that; one that stands for nothing stays as it is."""
    return [one for path in paths for one in (matching(path) if is_pattern(path) else ()) or (path,)]


def _named(pack: Path | None) -> None:
    """Make sure that a pack that was named is one.

    Raises:
        InputError: it is not.
    """
    if pack is not None:
        choose_pack(pack)


def _pack_to_check(named: Path | None) -> Path:
    """The pack that is meant where nothing is named to check: never the shipped one because there is no other.

    Raises:
        UsageError: there is none in this folder or above it.
        InputError: the folder that was named has none.
    """
    chosen = pack_asked_for(named)
    if chosen is not None:
        return chosen.folder
    if is_folder(Path("factors")):
        return Path()
    message = _("There is no pack in this folder or above it, so there is nothing to check.")
    scan = next((one for one in list_yaml(Path())[0] if is_assessment(one)), Path("scan.yaml"))
    hint = _("Name a pack or an assessment, for example: mhscan validate {path}").format(path=shell(scan))
    raise UsageError(message, named_packs(packs_near(Path())) or hint)


@dataclass(frozen=True)
class _Order:
    """What to look at, with which pack if one was named, and how to show what is found."""

    paths: list[Path]
    pack: Path | None
    face: Face
    choice: Choice
    root: Path | None


def _look(order: _Order, wrong: list[Problem], since: list[Problem]) -> int:
    """Check the files and show what is found; gives the exit code.

    While the settings are `wrong`, nobody knows which warnings are wanted: they are counted only.
    """
    from mhscan.lint.review import review
    from mhscan.ui.findings import findings_text

    findings = replace(review(order.paths, order.pack, order.choice, [*wrong, *since]), root=order.root)
    held = findings.warnings if wrong else 0
    if held:
        findings = replace(findings, problems=tuple(one for one in findings.problems if one.severity == "error"))
    out_document(order.face(findings))
    talk(findings_text(findings))
    if held:
        said = ngettext(
            "{n} warning is not shown: mend the settings first.",
            "{n} warnings are not shown: mend the settings first.",
            held,
        )
        talk(said.format(n=held))
    return ExitCode.FINDINGS if findings.errors else ExitCode.DONE


def _must_have_templates(folder: Path, pack: Path) -> None:
    """Make sure that there is something to look at: a folder in which nothing is found must not pass as right.

    Raises:
        InputError: it is no folder, or has no templates.
    """
    from mhscan.reports.templates.folders import has_templates, template_folders

    template_folders(pack, folder)
    if not has_templates(folder):
        message = _("There are no templates in {path}.").format(path=folder)
        raise InputError(message, _("Name the folder in which they stand themselves, not one above it."))


def _since(revision: str, paths: list[Path]) -> list[Problem]:
    """Where a version number claims less than what changed since a revision; nothing where none was named."""
    if not revision:
        return []
    from mhscan.diff.version import base_problems

    return base_problems(paths, revision)


def face_name(wanted: str) -> str:
    """The name of the face that was asked for; on GitHub Actions its own, unless another was.

    Raises:
        UsageError: there is none with this name.
    """
    name = wanted or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    if name not in FACES:
        message = _("'{value}' is not one of: {known}").format(value=name, known=FORMATS)
        raise UsageError(message, _("Name one of these after --format."))
    return name


def root_folder(wanted: Path | None) -> Path | None:
    """The folder from which files are named: the one that was asked for, else that of the CI that this runs in."""
    known = (os.environ.get(name) for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"))
    named = wanted or next((Path(one) for one in known if one), None)
    folder = real_path(named) if named else None
    return folder if folder and (wanted or real_path(Path()).is_relative_to(folder)) else None


def _choice(settings: Choice, select: list[str] | None, ignore: list[str] | None, strict: bool) -> Choice:
    """The settings of the folder, with what was asked for in their place."""
    from mhscan.lint.code_filter import codes_in, known_codes, unknown_codes
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
