"""What pydantic finds wrong with a value, in words of ours: the code, what is wrong, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable

from mhscan.base import SEEN_PATTERN
from mhscan.conditions import KINDS
from mhscan.language import N_, _
from mhscan.loading.forms import FORMS, form, mended
from mhscan.loading.near import did_you_mean, nearest, possible
from mhscan.loading.wrong_types import TYPES, TypeWording, WrongValue, wrong_type


def wording(value: WrongValue) -> TypeWording:
    """What is to be said of a value."""
    kind = value.detail["type"]
    if kind in TYPES or (kind == "union_tag_not_found" and not isinstance(value.input, dict)):
        return wrong_type(value, TYPES.get(kind, "mapping"))
    say = _BY_TYPE.get(kind)
    if say is not None:
        return say(value)
    if any(key in value.context for key in ("ge", "gt", "le", "lt")):
        return _outside(value)
    message, hint = _SENTENCES.get(kind, (N_("{value} cannot stand here"), ""))
    context = value.context
    words = {
        "value": value.shown,
        "n": context.get("max_length", context.get("min_length", 1)),
        "size": len(value.input) if "max_length" in context else 0,
        "why": context.get("why", ""),
    }
    return TypeWording(_(message).format(**words), _(hint).format(**words) if hint else "")


_SENTENCES = {
    "string_too_long": (N_("{value} is too long"), N_("Write at most {n} characters; these are {size}.")),
    "string_too_short": (N_("there is no text here"), FORMS[SEEN_PATTERN]),
    "too_long": (N_("there is too much here"), N_("At most {n} expected.")),
    "too_short": (N_("there is too little here"), N_("At least {n} expected.")),
    "no_such_day": (
        N_("there is no day {value}"),
        N_("Look at the number of the month and of the day; first the year, then the month, then the day."),
    ),
    "far_date": ("{why}", N_("Look at the year; leave the date out where there is none.")),
    "slow_pattern": (
        N_("trying this pattern can take for ever"),
        N_("Let nothing that repeats stand in what repeats, and use .* at most three times."),
    ),
}
"""What is wrong and what to do, by the kind of error, where the value itself makes no difference."""


def _no_condition(value: WrongValue) -> TypeWording:
    words = {"and": "all", "en": "all", "or": "any", "of": "any", "none": "not", "niet": "not", "count": "count_of"}
    keys = [str(one) for one in value.input]
    near = next((found for one in keys if (found := words.get(one) or nearest(one, KINDS))), "")
    hint = _("A condition starts with one of: {keys}.").format(keys=", ".join(KINDS))
    return _perhaps(_("it cannot be told what is meant here"), hint, near)


def _perhaps(message: str, hint: str, near: str) -> TypeWording:
    """The words, with a question before the hint where it is known what was probably meant."""
    return TypeWording(message, f"{did_you_mean(near)} {hint}" if near else hint, near)


def _not_among(value: WrongValue) -> TypeWording:
    known = re.findall(r"'([^']*)'", str(value.context.get("expected") or value.context.get("expected_tags", "")))
    near = nearest(str(value.context.get("tag", value.input)), known)
    return _perhaps(_("{value} cannot stand here").format(value=value.shown), possible(known), near)


def _wrong_form(value: WrongValue) -> TypeWording:
    pattern, text = str(value.context["pattern"]), str(value.input)
    better = mended(text, pattern, value.words)
    message = _("{value} does not have the right form").format(value=value.shown)
    if not text.strip():
        message = _("there is nothing here but spaces")
    return _perhaps(message, form(pattern), better)


def _no_pattern(value: WrongValue) -> TypeWording:
    reasons = {
        "missing )": _("a bracket '(' is not closed"),
        "unterminated character set": _("a bracket '[' is not closed"),
        "unbalanced parenthesis": _("a bracket ')' closes nothing"),
        "nothing to repeat": _("there is nothing before a sign that repeats, such as * or +"),
        "multiple repeat": _("two signs that repeat stand next to each other, such as * and +"),
        "bad escape": _("a backslash stands before a sign that has no meaning with it"),
        "bad character range": _("a range such as a-z runs the wrong way round"),
        "min repeat greater": _("a number of times runs the wrong way round"),
    }
    reason = str(value.context["reason"])
    why = next(
        (words for start, words in reasons.items() if reason.startswith(start)), _("a sign in it is out of place")
    )
    message = _("this pattern cannot be read: {why}, at character {n}")
    hint = _("A sign that is meant as itself, such as ( or ?, gets a backslash before it.")
    return TypeWording(message.format(why=why, n=int(value.context["position"]) + 1), hint)


def _outside(value: WrongValue) -> TypeWording:
    context = value.context
    words = {"ge": _("{n} or more"), "gt": _("more than {n}"), "le": _("{n} or less"), "lt": _("less than {n}")}
    limits = [words[key].format(n=f"{context[key]:g}") for key in words if key in context]
    hint = _("It must be {limits}.").format(limits=", ".join(limits))
    message = _("{value} lies outside the limits").format(value=value.shown)
    if context.get("le") == 1 and 1 < value.input <= 100:
        share = f"{value.input / 100:g}"
        hint += " " + _("For {n}%, write {share}.").format(n=value.shown.strip("'"), share=share)
        return TypeWording(message, hint, share)
    return TypeWording(message, hint)


_BY_TYPE: dict[str, Callable[[WrongValue], TypeWording]] = {
    "union_tag_not_found": _no_condition,
    "literal_error": _not_among,
    "union_tag_invalid": _not_among,
    "string_pattern_mismatch": _wrong_form,
    "no_pattern": _no_pattern,
}
