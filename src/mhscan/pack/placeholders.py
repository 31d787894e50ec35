"""What can stand between braces in the texts of an action, and is filled in from the answers.

`{carrier}` is the name of the arrangement that carries the indicator; `{date:context.ID}` is the date that was answered
to a question, and `{date:FACTOR.INDICATOR.FACT}` the date of a fact, written out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from mhscan.errors import Path
from mhscan.pack.factor import Action, Variant

CARRIER = "{carrier}"
_DATE = re.compile(r"\{date:(context\.[a-z0-9-]+|[a-z0-9-]+(?:\.[a-z0-9-]+){2})\}")
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")


def placeholders(text: str) -> list[str]:
    """What stands between braces in a text, with these, in order; also a brace without its counterpart."""
    return _BRACES.findall(text)


def date_key(placeholder: str) -> str | None:
    """The key of the question or fact that a placeholder takes its date from; nothing for another placeholder."""
    match = _DATE.fullmatch(placeholder)
    return match[1] if match else None


def filled(text: str, value: Callable[[str], str | None]) -> str:
    """A text with the value of each placeholder; what has none stays as it is written."""

    def replaced(match: re.Match[str]) -> str:
        found = value(match[0])
        return match[0] if found is None else found

    return _BRACES.sub(replaced, text) if "{" in text else text


def texts_of(given: Action | Variant) -> Iterator[tuple[Path, str]]:
    """Each text of an action, or of a variant of it, in which there can be placeholders, with its place."""
    for key in ("title", "proposal", "result"):
        text: str | None = getattr(given, key)
        if text is not None:
            yield (key,), text
    steps: Sequence[str] = given.steps or ()
    yield from ((("steps", n), text) for n, text in enumerate(steps))
