"""A house style: logo, two colours, letters, sender and address."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from mhscan.base import Seq, Strict, Text

Hex = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
Family = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9 -]*$", max_length=60)]
"""The name of a family of letters that the reader has on the computer: nothing is fetched."""


def _both(value: Any) -> Any:
    """A bare colour is that on a light ground."""
    return {"light": value} if isinstance(value, str) else value


class Modes(Strict):
    """A colour on a light ground, and on a dark one; without the last, a lighter one is worked out."""

    light: Hex
    dark: Hex | None = None


Colour = Annotated[Modes, BeforeValidator(_both, json_schema_input_type=str | Modes)]


class Colours(Strict):
    """`main` is the ground of the title block, under white letters; `accent` is for links, numbers and rules."""

    main: Hex
    accent: Colour


class Fonts(Strict):
    """The letters of texts and of headings."""

    text: Family | None = None
    headings: Family | None = None


class Logo(Strict):
    """A picture in PNG, JPEG or SVG, beside the file with the style; `text` says what it shows."""

    file: Text
    text: Text


class Style(Strict):
    """The whole of a file with a house style."""

    schema_: Literal["mhscan/style@1"] = Field(alias="schema")
    sender: str = ""
    address: Seq[Text] = ()
    logo: Logo | None = None
    colours: Colours | None = None
    fonts: Fonts = Fonts()
