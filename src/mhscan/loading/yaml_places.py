"""Where each single value of a YAML text stands, also in a text that is broken further on."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import yaml

from mhscan.loading.yaml_reader import MAX_DEPTH, MAX_VALUES
from mhscan.loading.yaml_stuck import Parser

_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def values_at(text: str) -> list[tuple[int, int]]:
    """Where each single value of a text starts and ends, in order, as far as the text can be read, and not too deep."""
    return [(start, end) for start, end, _key in scalars_at(text)]


def scalars_at(text: str) -> list[tuple[int, int, str | None]]:
    """The same, each with the key that it stands under; nothing for a key itself."""
    found: list[tuple[int, int, str | None]] = []
    with contextlib.suppress(yaml.YAMLError):
        for one in _scalars(Parser(text)):
            found.append(one)
            if len(found) > MAX_VALUES:
                break
    return found


def _scalars(events: Any) -> Iterator[tuple[int, int, str | None]]:
    # For each mapping or list that is open: whether it is a mapping, and the key whose value comes next.
    inside: list[tuple[bool, str | None]] = [(False, "")]
    while len(inside) <= MAX_DEPTH + 1 and events.check_event():
        event = place = events.get_event()
        if isinstance(event, _ENDS):
            inside.pop()
        if not isinstance(event, yaml.NodeEvent):
            continue
        is_mapping, key = inside[-1]
        if type(event) is yaml.ScalarEvent:
            yield place.start_mark.index, place.end_mark.index, key
        if is_mapping:
            inside[-1] = (True, str(getattr(event, "value", "")) if key is None else None)
        if isinstance(event, yaml.CollectionStartEvent):
            opens_mapping = type(event) is yaml.MappingStartEvent
            inside.append((opens_mapping, None if opens_mapping else key))
