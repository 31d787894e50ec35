"""Where a subject stands on the pack's two axes, and in which field between them, if one can be named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from mhscan.pack.model import Profile, ProfileField
from mhscan.pack.pack import Pack
from mhscan.scoring.means import exact
from mhscan.scoring.scores import Figure

WhyNot = Literal["too_little_known", "near_split", "band_crosses"]
REASONS: tuple[WhyNot, ...] = ("too_little_known", "near_split", "band_crosses")


@dataclass(frozen=True)
class ProfileResult:
    """The two axes; `field` is None where none can be named, and `why_not` says why, with the axes that keep it."""

    profile: Profile
    x: Figure
    y: Figure
    field: ProfileField | None
    why_not: WhyNot | None
    axes: tuple[str, ...]


def place_in_profile(pack: Pack, phases: Mapping[str, Figure]) -> ProfileResult | None:
    """The place that these phases have in the pack's profile; nothing where the pack has no profile."""
    profile = pack.model.profile
    if profile is None:
        return None
    x, y = phases[profile.x], phases[profile.y]
    doubts = {figure.id: _doubt(profile, figure) for figure in (x, y)}
    for reason in REASONS:
        axes = tuple(axis for axis, doubt in doubts.items() if doubt == reason)
        if axes:
            return ProfileResult(profile, x, y, None, reason, axes)
    field = next((f for f in profile.fields if f.x == _side(profile, x) and f.y == _side(profile, y)), None)
    return ProfileResult(profile, x, y, field, None, ())


def _doubt(profile: Profile, figure: Figure) -> WhyNot | None:
    """What keeps a figure from being called high or low."""
    split = exact(profile.split)
    if figure.point is None:
        return "too_little_known"
    if abs(figure.point - split) < exact(profile.margin):
        return "near_split"
    return "band_crosses" if figure.low < split <= figure.high else None


def _side(profile: Profile, figure: Figure) -> str:
    return "high" if figure.point is not None and figure.point >= exact(profile.split) else "low"
