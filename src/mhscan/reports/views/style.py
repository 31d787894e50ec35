"""The house style in a view: what a template needs, ready to be shown."""

from dataclasses import dataclass

from mhscan.reports.views.described import Described


@dataclass(frozen=True)
class PaletteView(Described):
    """The colours of one mode, light or dark, each as `#rrggbb`. All texts in them can be read: at least 4.5 to 1."""

    head: str
    """The ground of the title block, under white letters."""
    accent: str
    """Links, numbers and rules, on the ground of the page."""
    accent_soft: str
    """A soft ground, under the ordinary letters."""
    band: str
    """What is possible, in a chart."""
    mark: str
    """The score, in a chart."""


@dataclass(frozen=True)
class StyleView(Described):
    """A house style; what is empty is left as it is."""

    sender: str = ""
    """Who sends the document."""
    address: tuple[str, ...] = ()
    """The address, a line each."""
    logo: str = ""
    """The logo, as a `data:` address that holds all of it."""
    logo_text: str = ""
    """What the logo shows, for whoever does not see it."""
    font: str = ""
    """The family of letters for texts."""
    font_headings: str = ""
    """The family of letters for headings."""
    light: PaletteView | None = None
    """The colours on a light ground, and on paper."""
    dark: PaletteView | None = None
    """The colours on a dark ground."""


PLAIN = StyleView()
"""No house style."""
