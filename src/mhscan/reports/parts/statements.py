"""Each statement of the source stands once in a part of a report; where it comes back, its code says enough."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from mhscan.reports.views.advice import ActionView, WarningView
from mhscan.reports.views.answers import IndicatorView
from mhscan.reports.wording import ResultWording

View = TypeVar("View", ActionView, IndicatorView, WarningView)


class Statements:
    """What was said of the source so far, in one part of a report."""

    def __init__(self, wording: ResultWording) -> None:
        """Nothing was said yet."""
        self._wording = wording
        self._said: set[str] = set()

    def once(self, views: Iterable[View]) -> tuple[View, ...]:
        """Views in their order, without the statements that an earlier one said already."""
        return tuple(replace(view, strength=self._new(view)) for view in views)

    def _new(self, view: ActionView | IndicatorView | WarningView) -> str:
        """How strongly the source puts it, as far as that was not said."""
        strength = view.strength
        for statement in (self._wording.statement(source.id) for source in view.sources):
            if strength.startswith(statement):
                strength = strength.removeprefix(statement).strip() if statement in self._said else strength
                self._said.add(statement)
                break
        return strength
