"""On paper: which earlier answer decides whether a question is for whoever fills in."""

from __future__ import annotations

from collections.abc import Mapping

from mhscan.base import CONTEXT, card_of
from mhscan.conditions import Condition, ContextTest, IndicatorTest, keys_of
from mhscan.language import _, ngettext
from mhscan.pack.pack import Pack
from mhscan.reports.words import and_list


def only_if(pack: Pack, condition: Condition | None, numbers: Mapping[str, int]) -> str:
    """The condition of a question in words, by the numbers on paper of the questions that decide; empty without one."""
    if condition is None:
        return ""
    deciding = set(map(card_of, keys_of(condition)))
    if not deciding <= numbers.keys() or not deciding:
        return _(
            "Whether this question applies depends on more than this list asks. If it does not apply, leave it out."
        )
    asked = sorted(numbers[key] for key in deciding)
    answer = _answer(pack, condition)
    if answer and len(asked) == 1:
        sentence = _("Answer this question only if you chose {answer} at question {number}.")
        return f"{sentence.format(answer=answer, number=asked[0])} {_('Else leave it out.')}"
    sentence = ngettext(
        "Whether this question applies depends on question {numbers}.",
        "Whether this question applies depends on questions {numbers}.",
        len(asked),
    )
    listed = and_list(tuple(map(str, asked)))
    return f"{sentence.format(numbers=listed)} {_('If it does not apply, leave it out.')}"


def _answer(pack: Pack, condition: Condition) -> str:
    """The answers that meet a simple test; empty where it is not that simple."""
    if isinstance(condition, IndicatorTest) and condition.model_fields_set == {"indicator", "at_least"}:
        return _("{n} or higher").format(n=condition.at_least)
    if isinstance(condition, ContextTest) and condition.model_fields_set == {"context", "at_least"}:
        return _("{n} or more").format(n=condition.at_least)
    if isinstance(condition, ContextTest) and condition.model_fields_set == {"context", "is_"}:
        choices = pack.context[CONTEXT + condition.context].choices()
        return next((f"'{choice.label}'" for choice in choices if choice.value == condition.is_), "")
    return ""
