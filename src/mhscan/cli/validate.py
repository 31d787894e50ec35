"""`mhscan validate`: all that is wrong with packs and assessments."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from mhscan.cli.options import PackOption, WatchOption, argument, option
from mhscan.errors import ExitCode, InputError, Problem, UsageError
from mhscan.language import _, ngettext
from mhscan.lint.code_filter import CodeFilter
from mhscan.lint.findings import Findings
from mhscan.loading.files import list_yaml
from mhscan.loading.near import suggest
from mhscan.loading.pack_choice import choose_pack, named_packs, pack_asked_for, packs_near
from mhscan.loading.paths import is_folder, real_path
from mhscan.opening.finding import is_assessment, is_pattern, matching
from mhscan.text import shell
from mhscan.ui.findings.registry import FACES, FindingsFace
from mhscan.ui.streams import out_document, talk

FORMATS = ", ".join(FACES)
PathsArgument = Annotated[
    list[Path] | None,
    argument(
        _("PATH"), _("Packs, files or patterns. Else the pack that --pack names, or else the pack of this folder.")
    ),
]
OwnTemplatesOption = Annotated[
    Path | None, option("--templates", _("FOLDER"), _("Your own templates, as they are used with the pack."))
]
FaceOption = Annotated[
    str,
    option("--format", _("FORMAT"), _("{formats}; text unless GitHub Actions runs it.").format(formats=FORMATS)),
]
SelectOption = Annotated[list[str] | None, option("--select", _("CODES"), _("Show only these codes, such as MH2."))]
IgnoreOption = Annotated[list[str] | None, option("--ignore", _("CODES"), _("Do not show these codes."))]
StrictOption = Annotated[bool, typer.Option("--strict", help=_("Warnings count as errors."))]
BaseOption = Annotated[
    str,
    option("--base", _("REVISION"), _("Does the version number say what changed since this revision in git?")),
]
RootOption = Annotated[
    Path | None,
    option(
        "--root",
        _("FOLDER"),
        _("Name files from this folder in github, sarif and junit; else from the root of the CI."),
    ),
]


def validate(
    paths: PathsArgument = None,
    templates: OwnTemplatesOption = None,
    pack: PackOption = None,
    output_format: FaceOption = "",
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    strict: StrictOption = False,
    base: BaseOption = "",
    root: RootOption = None,
    watch: WatchOption = False,
) -> int:
    """Check the files of packs, assessments, and templates of your own."""
    from mhscan.lint.settings import read_settings, settings_files

    face = FACES[face_name(output_format)]
    _choice(read_settings(Path())[0], select, ignore, strict)
    chosen = [*_expanded(paths or []), *([templates] if templates else [])] or [_pack_to_check(pack)]
    if pack is not None:
        choose_pack(pack)

    def look() -> int:
        settings, wrong = read_settings(Path())
        choice = _choice(settings, select, ignore, strict)
        if templates:
            _must_have_templates(templates, choose_pack(pack).folder)
        findings = _findings(chosen, pack, choice, [*wrong, *_since(base, chosen)])
        return _show(replace(findings, root=root_folder(root)), face, bool(wrong))

    if watch:
        from mhscan.cli.watch import keep_doing

        keep_doing(look, chosen, [path for path, _table in settings_files(Path())])
    return look()


def _expanded(paths: list[Path]) -> list[Path]:
    """The paths, with what patterns stand for where no shell did that; one that stands for nothing stays as it is."""
    return [match for path in paths for match in (matching(path) if is_pattern(path) else ()) or (path,)]


def _pack_to_check(named: Path | None) -> Path:
    """The pack that is meant where nothing is named to check: never the shipped one because there is no other."""
    chosen = pack_asked_for(named)
    if chosen is not None:
        return chosen.folder
    if is_folder(Path("factors")):
        return Path()
    message = _("There is no pack in this folder or above it, so there is nothing to check.")
    scan = next((path for path in list_yaml(Path())[0] if is_assessment(path)), Path("scan.yaml"))
    hint = _("Name a pack or an assessment, for example: mhscan validate {path}").format(path=shell(scan))
    raise UsageError(message, named_packs(packs_near(Path())) or hint)


def _findings(paths: list[Path], pack: Path | None, choice: CodeFilter, others: list[Problem]) -> Findings:
    from mhscan.lint.review import review

    return review(paths, pack, choice, others)


def _show(findings: Findings, face: FindingsFace, settings_are_wrong: bool) -> int:
    """Show what was found; gives the exit code.

    While the settings are wrong, nobody knows which warnings are wanted: they are counted only.
    """
    from mhscan.ui.notices import findings_text

    held = findings.warnings if settings_are_wrong else 0
    if held:
        findings = replace(findings, problems=tuple(one for one in findings.problems if one.severity == "error"))
    out_document(face(findings))
    talk(findings_text(findings))
    if held:
        remark = ngettext(
            "{n} warning is not shown: mend the settings first.",
            "{n} warnings are not shown: mend the settings first.",
            held,
        )
        talk(remark.format(n=held))
    return ExitCode.FINDINGS if findings.errors else ExitCode.DONE


def _must_have_templates(folder: Path, pack: Path) -> None:
    """Make sure that there is something to look at: a folder in which nothing is found must not pass as right."""
    from mhscan.reports.rendering.folders import has_templates, template_folders

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
    folders = (os.environ.get(name) for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"))
    named = wanted or next((Path(folder) for folder in folders if folder), None)
    folder = real_path(named) if named else None
    return folder if folder and (wanted or real_path(Path()).is_relative_to(folder)) else None


def _choice(settings: CodeFilter, select: list[str] | None, ignore: list[str] | None, strict: bool) -> CodeFilter:
    from mhscan.lint.code_filter import codes_in, known_codes, unknown_codes

    chosen = CodeFilter(
        codes_in(select) if select else settings.select,
        codes_in(ignore) if ignore else settings.ignore,
        strict or settings.strict,
    )
    for code in unknown_codes((*chosen.select, *chosen.ignore)):
        hint = suggest(code, known_codes()) or _("The codes are listed in docs/checks.md.")
        raise UsageError(_("'{code}' is no code").format(code=code), hint)
    return chosen
