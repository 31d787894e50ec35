"""`mhscan compare`: what changed between scans of one subject."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mhscan.answers.archive import kept_folder, refuse_other_pack
from mhscan.answers.reading import check_fit, read_assessment
from mhscan.cli.options import PackOption
from mhscan.cli.output import may_write, write_output
from mhscan.cli.packs import kept_pack
from mhscan.language import _
from mhscan.loading.paths import is_there
from mhscan.loading.shipped import shipped_pack
from mhscan.ui.problems import problems_text
from mhscan.ui.streams import talk

if TYPE_CHECKING:
    from mhscan.pack.pack import Pack
    from mhscan.plans.model import Plan
    from mhscan.reports.comparison.view import ComparisonView
    from mhscan.trend.compare import Comparison
    from mhscan.trend.scans import Given


def compare(
    old: Annotated[Path, typer.Argument(metavar=_("OLD"), help=_("The older assessment."), show_default=False)],
    new: Annotated[Path, typer.Argument(metavar=_("NEW"), help=_("The newer one."), show_default=False)],
    more: Annotated[
        list[Path] | None, typer.Argument(metavar=_("MORE"), help=_("More of the same subject."), show_default=False)
    ] = None,
    output_format: Annotated[
        Literal["text", "json", "md", "html"] | None,
        typer.Option("--format", help=_("Else by the name of the output, or text."), show_default=False),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar=_("FILE"), help=_("File to write; else standard output."), show_default=False
        ),
    ] = None,
    audience: Annotated[
        Literal["public", "internal"], typer.Option("--audience", help=_("Internal shows roles, owners and notes."))
    ] = "public",
    plan: Annotated[
        Path | None,
        typer.Option("--plan", metavar=_("FILE"), help=_("The plan; else the one beside them."), show_default=False),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help=_("Replace the output if it exists."))] = False,
    pack: PackOption = None,
) -> int:
    """Show what changed between scans of one subject: what the answers changed, and what newer questions changed."""
    from mhscan.reports.comparison.build import comparison_view

    if output is not None:
        may_write(output, force)
    comparison, folder = compare_files([old, new, *(more or ())], pack)
    found = _plan(comparison, new, plan)
    view = comparison_view(comparison, found, audience)
    suffixes = {".json": "json", ".md": "md", ".html": "html"}
    chosen = output_format or suffixes.get(output.suffix if output else "", "text")
    write_output(_rendered(view, folder, chosen), output, force=True)
    return 0


def compare_files(files: list[Path], wanted: Path | None) -> tuple[Comparison, Path]:
    """The files compared under the newest pack, and the folder of that pack.

    Raises:
        InputError: a file or pack cannot be used, or they cannot be compared.
    """
    from mhscan.trend.compare import compare as compared
    from mhscan.trend.scans import newest

    packs: dict[str, tuple[Pack, Path]] = {}
    given = [_given(file, wanted, packs) for file in files]
    pack = newest([one for one, _folder in packs.values()])
    return compared(pack, given), packs[pack.sha256][1]


def _given(file: Path, wanted: Path | None, packs: dict[str, tuple[Pack, Path]]) -> Given:
    """A file with its own pack where that is at hand; every pack that is found is put into `packs`.

    Raises:
        InputError: the file, or a pack, cannot be used; or an answer does not fit its own pack.
    """
    from mhscan.answers.reading import cannot_use
    from mhscan.checks.validate import load_pack
    from mhscan.trend.scans import Given

    document, assessment = read_assessment(file)
    archive = kept_folder(file, assessment)
    digest = assessment.pack.sha256
    if digest not in packs and archive is not None:
        packs[digest] = kept_pack(archive, file, assessment), archive
    if digest not in packs or wanted is not None:
        folder = wanted or shipped_pack()
        at_hand = load_pack(folder, digest)
        packs.setdefault(at_hand.sha256, (at_hand, folder))
        if wanted is None:
            refuse_other_pack(file, assessment, at_hand.sha256)
    own = packs.get(digest)
    if own is not None and any(one.severity == "error" for one in check_fit(own[0], document, assessment)):
        raise cannot_use(file, check_fit(own[0], document, assessment))
    return Given(str(file), assessment, own[0] if own else None)


def _plan(comparison: Comparison, file: Path, wanted: Path | None) -> Plan | None:
    """The plan of the subject; nothing where there is none beside the files.

    Raises:
        InputError: it was asked for and is not there, cannot be used, or is of another subject.
    """
    from mhscan.plans.reading import check_plan, read_plan
    from mhscan.plans.store import plan_of, plan_path

    assessment = comparison.scans[-1].now.assessment
    path = wanted or plan_path(file, assessment)
    if wanted is None and not is_there(path):
        return None
    document, plan = read_plan(path)
    plan_of(comparison.pack, assessment, path)
    problems = check_plan(comparison.pack, document, plan)
    if problems:
        talk(problems_text(problems).rstrip("\n"))
    return plan


def _rendered(view: ComparisonView, folder: Path, chosen: str) -> str:
    """The comparison as text in a format."""
    from mhscan.reports.comparison.document import comparison_document
    from mhscan.reports.folders import TemplateFolders
    from mhscan.reports.formats import render
    from mhscan.ui.comparison import comparison_text

    if chosen == "text":
        return comparison_text(view)
    return render(TemplateFolders(folder), view, comparison_document(view), chosen)
