"""`mhscan demo`: an example, from answers to reports."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mhscan.cli.common import pack_folder
from mhscan.cli.options import PackOption
from mhscan.cli.output import holds, may_replace
from mhscan.errors import InputError
from mhscan.language import _
from mhscan.ui.streams import out, talk

EXAMPLE = Path("factors") / "scenarios" / "example.yaml"


def demo(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar=_("FOLDER"), help=_("Where to write; else a new folder here."), show_default=False),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help=_("Replace the output if it exists."))] = False,
    pack: PackOption = None,
) -> int:
    """Write an example assessment, score it and make its reports."""
    from mhscan.advice.result import evaluate
    from mhscan.answers.files import cannot_write, write_atomic
    from mhscan.answers.model import PackRef
    from mhscan.answers.reading import read_assessment
    from mhscan.answers.writing import Writer
    from mhscan.checks.validate import load_pack
    from mhscan.reports.build import build_view
    from mhscan.reports.document import to_json
    from mhscan.reports.folders import TemplateFolders
    from mhscan.reports.formats import FORMATS, render
    from mhscan.reports.registry import registry
    from mhscan.ui.scores import scores_text

    source = pack_folder(pack)
    used = load_pack(source)
    if not (source / EXAMPLE).is_file():
        raise InputError(_("This pack has no example."), _("An example lies in {path}.").format(path=EXAMPLE))
    _document, example = read_assessment(source / EXAMPLE)
    made_with = PackRef(id=used.model.id, version=used.model.version, sha256=used.sha256)
    example = example.model_copy(update={"pack": made_with})
    result = evaluate(used, example)
    target = folder or Path(_("example"))
    texts = {target / f"{_('example')}.yaml": Writer().text(example), target / f"{_('score')}.json": to_json(result)}
    folders = TemplateFolders(source)
    document = registry(folders).first(used.model.language)
    for audience in ("public", "internal"):
        view, name = build_view(result, audience), {"public": _("report"), "internal": _("report-internal")}[audience]
        for one in (FORMATS["md"], FORMATS["html"]):
            texts[target / f"{name}{one.suffix}"] = render(folders, view, document, one.name)
    for path, text in texts.items():
        if not holds(path, text):
            may_replace(path, force)
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(target, error) from error
    for path, text in texts.items():
        write_atomic(path, text.encode())
    talk(scores_text(result))
    talk(_("Open the report in a browser:"))
    out(f"{target / (_('report') + '.html')}\n")
    return 0
