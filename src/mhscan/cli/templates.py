"""`mhscan templates`: templates of your own, from the shipped ones."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from mhscan.cli.options import PackOption
from mhscan.cli.output import holds, may_write
from mhscan.language import _
from mhscan.loading.pack_choice import choose_pack
from mhscan.text import shell
from mhscan.ui.streams import out, talk


def templates(
    _action: Annotated[
        Literal["copy"], typer.Argument(metavar="copy", help=_("Copy the templates to a folder."), show_default=False)
    ],
    folder: Annotated[
        Path, typer.Argument(metavar=_("FOLDER"), help=_("Where to write; a new folder is made."), show_default=False)
    ],
    force: Annotated[bool, typer.Option("--force", help=_("Replace the output if it exists."))] = False,
    pack: PackOption = None,
) -> int:
    """Copy the templates, the list of documents and an example of a house style, to start from."""
    from mhscan.answers.files import make_folder, write_atomic
    from mhscan.reports.templates.folders import TemplateFolders, template_scaffold

    texts = {folder / name: text for name, text in template_scaffold(TemplateFolders(choose_pack(pack).folder)).items()}
    for path, text in texts.items():
        if not holds(path, text):
            may_write(path, force, text=text)
    make_folder(folder)
    for path, text in texts.items():
        write_atomic(path, text.encode())
    talk(_("Change what you want, and throw away the rest: what is not there comes from mhscan."))
    talk(_("Use it with: mhscan report {file} --templates {folder}").format(file=_("FILE"), folder=shell(folder)))
    out(f"{folder}\n")
    return 0
