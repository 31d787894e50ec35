"""A file with a house style to what templates need, with all that is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mhscan.codes import problem
from mhscan.errors import InputError, Problem
from mhscan.errors import Path as DataPath
from mhscan.language import _
from mhscan.loading.document import Document
from mhscan.loading.files import read_document
from mhscan.loading.kinds import is_newer, kind_of, unknown_schema
from mhscan.loading.validation import to_model
from mhscan.pack.style import Colours, Style
from mhscan.reports.style.colours import BLACK, ENOUGH, WHITE, least, mix, readable
from mhscan.reports.style.logo import logo_data
from mhscan.reports.views.style import PaletteView, StyleView

SCHEMA = "mhscan/style@1"
LIGHT = ("#faf9f6", "#ffffff")
"""The grounds of a page in light mode and on paper, as in `templates/_house.css.j2`."""
DARK = ("#11181a", "#192225")
"""The grounds of a page in dark mode, as there."""


def house_style(path: Path) -> StyleView:
    """The house style of a file.

    Raises:
        InputError: something is wrong in it; the error carries all problems.
    """
    style, view, problems = read_style(path)
    if style is None or problems:
        message = _("The house style {path} cannot be used.").format(path=path)
        raise InputError(message, _("Mend the file; mhscan validate checks it too."), tuple(problems))
    return view


def read_style(path: Path) -> tuple[Style | None, StyleView, list[Problem]]:
    """The house style of a file as it stands there and as templates need it, and all that is wrong with it."""
    document, problems = read_document(path)
    if is_newer(kind_of(document), [SCHEMA]):
        return None, StyleView(), [*problems, unknown_schema(document, [SCHEMA])]
    style, shaped = (None, []) if problems else to_model(document, Style)
    if style is None:
        return None, StyleView(), [*problems, *shaped]
    logo, faults = _logo(document, style, path.parent)
    faults += _unreadable(document, style.colours) if style.colours else []
    return style, _view(style, logo), faults


def _view(style: Style, logo: str) -> StyleView:
    """A style as templates need it; `logo` is a `data:` address, or empty."""
    colours, fonts = style.colours, style.fonts
    return StyleView(
        sender=style.sender,
        address=style.address,
        logo=logo,
        logo_text=style.logo.text if style.logo else "",
        font=fonts.text or "",
        font_headings=fonts.headings or fonts.text or "",
        light=_palette(colours.main, colours.accent.light, WHITE, mark=(BLACK, 0.5), soft=0.88) if colours else None,
        dark=_dark(colours) if colours else None,
    )


def _logo(document: Document, style: Style, folder: Path) -> tuple[str, list[Problem]]:
    """The logo as a `data:` address, and what is wrong with it."""
    if style.logo is None:
        return "", []
    data, fault = logo_data(folder / style.logo.file)
    hint = _("Take a PNG, JPEG or plain SVG of at most 300 kB, and write its name as seen from this file.")
    place = document.locate(("logo", "file"))
    return data, [problem("MH611", fault, place, hint)] if fault else []


def _unreadable(document: Document, colours: Colours) -> list[Problem]:
    """The colours that cannot be read where they are used."""
    return [
        problem(
            "MH610",
            _("{colour} cannot be read here: the contrast is {found} to 1, and has to be {wanted} to 1").format(
                colour=colour, found=f"{least(colour, grounds):.2f}", wanted=ENOUGH
            ),
            document.locate(path),
            _("The nearest colour that can be read is '{colour}'.").format(colour=readable(colour, grounds)),
        )
        for path, colour, grounds in _uses(document, colours)
        if least(colour, grounds) < ENOUGH
    ]


def _uses(document: Document, colours: Colours) -> Iterator[tuple[DataPath, str, tuple[str, ...]]]:
    """Each colour of a file: its place, itself, and the colours that it stands with."""
    yield ("colours", "main"), colours.main, (WHITE,)
    bare = isinstance(document.data["colours"]["accent"], str)
    at: DataPath = ("colours", "accent")
    yield at if bare else (*at, "light"), colours.accent.light, LIGHT
    if colours.accent.dark:
        yield (*at, "dark"), colours.accent.dark, DARK


def _palette(head: str, accent: str, ground: str, mark: tuple[str, float], soft: float) -> PaletteView:
    """The colours on a ground: soft ones lie between the accent and the ground, the mark towards black or white."""
    return PaletteView(head, accent, mix(accent, ground, soft), mix(accent, ground, 0.5), mix(accent, *mark))


def _dark(colours: Colours) -> PaletteView:
    accent = colours.accent.dark or readable(colours.accent.light, DARK)
    return _palette(colours.main, accent, DARK[1], mark=(WHITE, 0.7), soft=0.82)
