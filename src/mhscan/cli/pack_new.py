"""`mhscan pack new`: a small working pack to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from mhscan import language
from mhscan.answers.files import make_folder, write_atomic
from mhscan.cli.options import argument
from mhscan.errors import ExitCode, OutputError
from mhscan.language import _, ngettext
from mhscan.loading.files import list_files
from mhscan.loading.paths import is_folder, is_there, real_path
from mhscan.text import shell
from mhscan.ui.streams import talk

KINDS = ("model", "factor", "questionnaire", "source", "scenario")
"""The kinds of files for which an editor needs a schema beside the pack."""


def pack_new(folder: Annotated[Path, argument(_("FOLDER"), _("A new folder."))]) -> int:
    """Make a small working pack with comments, in the language of the interface, and called after its folder."""
    from mhscan.cli.schema import schema_text
    from mhscan.loading.starter import named, starter

    _must_be_new(folder)
    schemas = {f"schemas/{kind}.schema.json": schema_text(kind) for kind in KINDS}
    texts = named(starter(language.current()), real_path(folder).name) | schemas
    _write(folder, texts)
    count = len(texts)
    made = ngettext("Made in {folder}: {n} file.", "Made in {folder}: {n} files.", count)
    talk(made.format(folder=folder, n=count))
    talk(_("Begin with {path}. Then:").format(path=folder / "factors" / "model.yaml"))
    talk(f"  mhscan validate {shell(folder)}")
    talk(f"  mhscan pack show {shell(folder)}")
    talk(f"  mhscan assess --pack {shell(folder)}")
    return ExitCode.DONE


def _must_be_new(folder: Path) -> None:
    """Make sure that nothing of anybody lies there."""
    hint = _("Name a new folder.")
    if is_folder(folder):
        inside, unread = list_files(folder, "")
        if inside or unread:
            raise OutputError(_("{folder} is not empty.").format(folder=folder), hint)
    elif is_there(folder):
        raise OutputError(_("{folder} is a file.").format(folder=folder), hint)


def _write(folder: Path, texts: dict[str, str]) -> None:

    for name, text in texts.items():
        make_folder((folder / name).parent)
        write_atomic(folder / name, text.encode())
