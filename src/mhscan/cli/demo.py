"""`mhscan demo`: an example, from answers to reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mhscan.cli.common import pack_folder
from mhscan.cli.options import PackOption
from mhscan.cli.output import holds, may_write
from mhscan.errors import InputError
from mhscan.language import _
from mhscan.loading.paths import is_file
from mhscan.ui.streams import out, talk

if TYPE_CHECKING:
    from mhscan.advice.result import Result
    from mhscan.answers.model import Assessment
    from mhscan.pack.pack import Pack
    from mhscan.reports.audience import Audience

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
    from mhscan.answers.files import make_folder, write_atomic
    from mhscan.checks.validate import load_pack
    from mhscan.ui.scores import scores_text

    source = pack_folder(pack)
    used = load_pack(source)
    example = _example(source, used)
    result = evaluate(used, example)
    target = folder or Path(_("example"))
    texts = {target / name: text for name, text in _texts(source, example, result).items()}
    for path, text in texts.items():
        if not holds(path, text):
            may_write(path, force, text=text)
    make_folder(target)
    for path, text in texts.items():
        write_atomic(path, text.encode())
    talk(scores_text(result))
    talk(_("Open the report in a browser:"))
    out(f"{target / (_('report') + '.html')}\n")
    return 0


def _example(source: Path, pack: Pack) -> Assessment:
    """The example of a pack, as if it was made with the pack as it is now.

    Raises:
        InputError: the pack has none, or it cannot be read.
    """
    from mhscan.answers.model import PackRef
    from mhscan.answers.reading import read_assessment

    if not is_file(source / EXAMPLE):
        raise InputError(_("This pack has no example."), _("An example lies in {path}.").format(path=EXAMPLE))
    made_with = PackRef(id=pack.model.id, version=pack.model.version, sha256=pack.sha256)
    return read_assessment(source / EXAMPLE)[1].model_copy(update={"pack": made_with})


def _texts(source: Path, example: Assessment, result: Result) -> dict[str, str]:
    """The text of each file of an example, by its name."""
    from mhscan.answers.writing import Writer
    from mhscan.reports.build import build_view
    from mhscan.reports.document import to_json
    from mhscan.reports.folders import TemplateFolders
    from mhscan.reports.formats import FORMATS, render
    from mhscan.reports.registry import registry

    texts = {f"{_('example')}.yaml": Writer().text(example), f"{_('score')}.json": to_json(result)}
    folders = TemplateFolders(source)
    document = registry(folders).first(result.pack.model.language)
    audiences: dict[Audience, str] = {"public": _("report"), "internal": _("report-internal")}
    for audience, name in audiences.items():
        view = build_view(result, audience)
        for one in (FORMATS["md"], FORMATS["html"]):
            texts[f"{name}{one.suffix}"] = render(folders, view, document, one.name)
    return texts
