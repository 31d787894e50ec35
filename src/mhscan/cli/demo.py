"""`mhscan demo`: an example, from answers to reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from mhscan.answers.reading import pack_ref, read_assessment
from mhscan.answers.writing import Writer
from mhscan.cli.options import ForceOption, PackOption, argument
from mhscan.cli.output import write_files
from mhscan.cli.scans import ended, opened_pack, tell
from mhscan.errors import InputError
from mhscan.language import _
from mhscan.loading.paths import is_file, yaml_file
from mhscan.opening.scan import Scan
from mhscan.ui.streams import out, talk

if TYPE_CHECKING:
    from mhscan.reports.redaction import Audience

EXAMPLE = Path("factors") / "scenarios" / "example.yaml"


def demo(
    folder: Annotated[Path | None, argument(_("FOLDER"), _("Where to write; else a new folder here."))] = None,
    force: ForceOption = False,
    pack: PackOption = None,
) -> int:
    """Write an example assessment, score it and make its reports."""
    from mhscan.reports.build import build_view
    from mhscan.ui.scores import scores_text

    target = folder or Path(_("example"))
    scan = _example(target / f"{_('example')}.yaml", pack)
    write_files(target, _texts(scan), force)
    talk(scores_text(build_view(scan.result, "internal", with_robustness=False)))
    talk(_("Open the report in a browser:"))
    out(f"{target / (_('report') + '.html')}\n")
    return ended(scan.use)


def _example(file: Path, named: Path | None) -> Scan:
    """The example of a pack, as if it lay in a file and was made with the pack as it is now."""
    pack, use = opened_pack(named)
    path = yaml_file(use.folder / EXAMPLE)
    if not is_file(path):
        raise InputError(_("This pack has no example."), _("An example lies in {path}.").format(path=EXAMPLE))
    document, given = read_assessment(path)
    example = given.model_copy(update={"pack": pack_ref(pack)})
    return Scan(file, document, example, example, pack, use.folder, use.origin)


def _texts(scan: Scan) -> dict[str, str]:
    from mhscan.opening.document import DocumentOrder, about_templates, document_set, document_view, rendered
    from mhscan.reports.data.result import to_json
    from mhscan.reports.formats.registry import FORMATS

    texts = {scan.file.name: Writer().text(scan.assessment), f"{_('score')}.json": to_json(scan.result)}
    documents = document_set(scan.folder)
    tell(about_templates(documents.folders, "html"))
    audiences: dict[Audience, str] = {"public": _("report"), "internal": _("report-internal")}
    for audience, name in audiences.items():
        orders = [DocumentOrder("", known.name, audience) for known in FORMATS.values() if known.templates]
        view, _notices = document_view(scan, documents, orders[0])
        for order in orders:
            texts[f"{name}{FORMATS[order.output_format].suffix}"] = rendered(view, documents, order)
    return texts
