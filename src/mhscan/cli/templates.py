"""`mhscan templates`: templates of your own, from the shipped ones."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from mhscan.cli.options import ForceOption, PackOption, argument
from mhscan.cli.output import write_files
from mhscan.errors import ExitCode
from mhscan.language import _
from mhscan.loading.pack_choice import choose_pack
from mhscan.text import shell
from mhscan.ui.streams import out, talk


def templates(
    _action: Annotated[Literal["copy"], argument("copy", _("Copy the templates to a folder."))],
    folder: Annotated[Path, argument(_("FOLDER"), _("Where to write; a new folder is made."))],
    force: ForceOption = False,
    pack: PackOption = None,
) -> int:
    """Copy the templates, the list of documents and an example of a house style, to start from."""
    from mhscan.reports.rendering.folders import TemplateFolders, template_scaffold

    write_files(folder, template_scaffold(TemplateFolders(choose_pack(pack).folder)), force)
    talk(_("Change what you want, and throw away the rest: what is not there comes from mhscan."))
    talk(_("Use it with: mhscan report {file} --templates {folder}").format(file=_("FILE"), folder=shell(folder)))
    out(f"{folder}\n")
    return ExitCode.DONE
