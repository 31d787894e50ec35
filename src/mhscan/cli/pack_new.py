"""`mhscan pack new`: a small working pack to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mhscan import language
from mhscan.errors import ExitCode, OutputError
from mhscan.language import _, ngettext
from mhscan.text import shell
from mhscan.ui.streams import talk

KINDS = ("model", "factor", "questionnaire", "source", "scenario")
"""The kinds of files for which an editor needs a schema beside the pack."""


def pack_new(
    folder: Annotated[Path, typer.Argument(metavar=_("FOLDER"), help=_("A new folder."), show_default=False)],
) -> int:
    """Make a small working pack with comments, in the language of the interface."""
    from mhscan.cli.schema import schema_text
    from mhscan.loading.starter import starter

    _must_be_new(folder)
    schemas = {f"schemas/{kind}.schema.json": schema_text(kind) for kind in KINDS}
    texts = starter(language.current()) | schemas
    _write(folder, texts)
    count = len(texts)
    talk(
        ngettext("Made in {folder}: {n} file.", "Made in {folder}: {n} files.", count).format(folder=folder, n=count)
    )  # fmt: skip
    talk(_("Begin with {path}. Then:").format(path=folder / "factors" / "model.yaml"))
    talk(f"  mhscan validate {shell(folder)}")
    talk(f"  mhscan pack show {shell(folder)}")
    talk(f"  mhscan assess --pack {shell(folder)}")
    return ExitCode.DONE


def _must_be_new(folder: Path) -> None:
    """Make sure that nothing of anybody lies there.

    Raises:
        OutputError: something does, or it cannot be seen.
    """
    from mhscan.answers.files import cannot_write

    hint = _("Name a new folder.")
    try:
        if folder.is_dir() and any(folder.iterdir()):
            raise OutputError(_("{folder} is not empty.").format(folder=folder), hint)
        if folder.exists() and not folder.is_dir():
            raise OutputError(_("{folder} is a file.").format(folder=folder), hint)
    except OSError as error:
        raise cannot_write(folder, error) from error


def _write(folder: Path, texts: dict[str, str]) -> None:
    from mhscan.answers.files import cannot_write, write_atomic

    for name, text in texts.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(path.parent, error) from error
        write_atomic(path, text.encode())
