"""Colours that can be read: contrast as WCAG 2.1 defines it, and the nearest colour that has enough of it."""

from __future__ import annotations

from collections.abc import Sequence

ENOUGH = 4.5
"""The least contrast of a text with its ground, in WCAG 2.1, success criterion 1.4.3."""
STEPS = 256
HALF = 0.18
"""The luminance on which black and white contrast alike, more or less."""
WHITE, BLACK = "#ffffff", "#000000"


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue (0-255) of a colour as `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """The relative luminance, 0 (black) to 1 (white), as WCAG 2.1 defines it."""
    red, green, blue = (_linear(channel / 255) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def contrast(first: str, second: str) -> float:
    """The contrast of two colours, 1 to 21."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def mix(first: str, second: str, share: float) -> str:
    """A colour between two: `share` (0-1) of the other one."""
    pairs = zip(channels(first), channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def least(colour: str, grounds: Sequence[str]) -> float:
    """The least contrast of a colour with some grounds."""
    return min(contrast(colour, ground) for ground in grounds)


def readable(colour: str, grounds: Sequence[str]) -> str:
    """The colour itself if it can be read on all grounds; else the nearest that can, by adding black or white.

    The grounds have to be all light or all dark; on white and black together no colour is certain to be found.
    """
    end = BLACK if luminance(grounds[0]) > HALF else WHITE
    tried = (mix(colour, end, step / STEPS) for step in range(STEPS + 1))
    return next(mixed for mixed in tried if least(mixed, grounds) >= ENOUGH)
