"""The option for a format, and which format a command writes in: one rule for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from mhscan.cli.options import option
from mhscan.language import _
from mhscan.reports.formats.registry import TEXT_OR_DATA, format_for
from mhscan.ui.streams import talk

if TYPE_CHECKING:
    from mhscan.reports.views.style import StyleView


def format_option(names: Iterable[str]) -> Any:
    """The option for a format, of those with these names; the first is the one where nothing says another."""
    names = tuple(names)
    text = _("{formats}; else by the name of the output, or {first}.")
    return option("--format", _("FORMAT"), text.format(formats=", ".join(names), first=names[0]))


TextOrDataOption = Annotated[str, format_option(TEXT_OR_DATA)]


def chosen_format(wanted: str, output: Path | None, possible: Sequence[str] = TEXT_OR_DATA) -> str:
    """The format to write in; says so where `--format` and the name of the output differ.

    Raises:
        UsageError: what is wanted, or what the name asks for, is not possible here.
    """
    name, remark = format_for(wanted, output, possible)
    if remark:
        talk(remark)
    return name


def chosen_style(file: Path | None) -> StyleView:
    """The house style in a file; a plain one where none is named.

    Raises:
        InputError: it cannot be used.
    """
    from mhscan.reports.style.house_style import house_style
    from mhscan.reports.views.style import PLAIN

    return house_style(file) if file else PLAIN
