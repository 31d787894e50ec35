"""The answers of partners beside the subject's own: fact beside fact, never a level that a partner did not decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from mhscan.advice.result import Result, evaluate
from mhscan.answers.model import ROLE
from mhscan.base import card_of
from mhscan.errors import InputError
from mhscan.language import _, ngettext
from mhscan.pack.observation import Observation
from mhscan.pack.pack import Pack, Place
from mhscan.pack.questionnaire import Questionnaire
from mhscan.questions.base import Value
from mhscan.questions.measures import measure
from mhscan.trend.scans import ComparedScan, Evaluate, Given, scans_together

Verdict = Literal["alike", "one_side", "different", "unseen", "partner_open", "own_open", "not_public"]
Rank = int | float | Fraction | str


@dataclass(frozen=True)
class FactPair:
    """One fact, or a question that is answered by a level, with both answers to it.

    `key` is its full id, `fact` is None for a level. `least` says that the partner sees one side only: then an own
    answer that is higher is no difference, and the verdict is `one_side`.
    """

    key: str
    place: Place
    fact: Observation | None
    least: bool
    own: Value | None
    partner: Value | None
    verdict: Verdict


@dataclass(frozen=True)
class PartnerScan:
    """The answers of one partner beside the own ones, in the order in which the partner was asked."""

    scan: ComparedScan
    questionnaire: Questionnaire
    facts: tuple[FactPair, ...]


@dataclass(frozen=True)
class Beside:
    """The own answers, and those of each partner beside them, the oldest first."""

    pack: Pack
    own: ComparedScan
    partners: tuple[PartnerScan, ...]


def beside(pack: Pack, given: Sequence[Given], evaluated: Evaluate = evaluate) -> Beside:
    """The answers of partners beside the own ones, under one pack; `evaluated` works out each.

    Raises:
        InputError: they are not of one subject and pack, or there is not one own scan among them.
    """
    scans = scans_together(pack, given, evaluated)
    asked = [(one, pack.questionnaire(one.now.assessment.questionnaire)) for one in scans]
    own = [one for one, questionnaire in asked if questionnaire is None or not questionnaire.of_partner]
    if len(own) != 1:
        message = ngettext(
            "There is {n} own scan among the files.", "There are {n} own scans among the files.", len(own)
        )
        hint = _("Name one own scan, with the scans of partners beside it.")
        raise InputError(message.format(n=len(own)), hint)
    partners = [(one, questionnaire) for one, questionnaire in asked if questionnaire and questionnaire.of_partner]
    return Beside(pack, own[0], tuple(PartnerScan(one, q, _pairs(pack, own[0], one, q)) for one, q in partners))


def _pairs(pack: Pack, own: ComparedScan, partner: ComparedScan, asked: Questionnaire) -> tuple[FactPair, ...]:
    """Each fact that a partner is asked, or the level where there are none."""
    found = []
    for place in (pack.places[key] for key in asked.asks() if key in pack.places):
        facts = place.observations_in(asked)
        for key in facts or (place.id,):
            words = asked.fact_words.get(key)
            found.append(_pair(place, key, words is not None and words.least, own.now, partner.now))
    return tuple(found)


def _pair(place: Place, key: str, least: bool, own: Result, partner: Result) -> FactPair:
    fact = place.observations.get(key)
    values = own.facts.get(key).value, partner.facts.get(key).value
    verdict = _without_both(key, own, partner) or _verdict(fact, *values, least)
    return FactPair(key, place, fact, least, *values, verdict)


def _without_both(key: str, own: Result, partner: Result) -> Verdict | None:
    """Why two answers are not compared; None where both are there."""
    if key in own.suppressed.keys | partner.suppressed.keys:
        return "not_public"
    if partner.facts.get(key).value is None:
        return "unseen" if is_unseen(partner, key) else "partner_open"
    return "own_open" if own.facts.get(key).value is None else None


def is_unseen(partner: Result, key: str) -> bool:
    """Whether a partner said of a fact, or of the whole question, that it cannot be seen from that role."""
    answers = partner.assessment.answers
    answer = answers.get(key) or answers.get(card_of(key))
    return answer is not None and answer.state == "unknown" and answer.reason == ROLE


def _verdict(fact: Observation | None, own: Value | None, partner: Value | None, least: bool) -> Verdict:
    mine, theirs = rank(fact, own), rank(fact, partner)
    if mine == theirs:
        return "alike"
    return "one_side" if least and _is_more(mine, theirs) else "different"


def _is_more(one: Rank, other: Rank) -> bool:
    """Whether one answer to a fact is more than another; dates stand as text that sorts by itself."""
    if isinstance(one, str) or isinstance(other, str):
        return str(one) > str(other)
    return one > other


def rank(fact: Observation | None, value: Value | None) -> Rank:
    """How much an answer says, from less to more, in whatever way it is written."""
    ids = [option.id for option in fact.options] if fact is not None else []
    if value in ids:
        return ids.index(str(value))
    if isinstance(value, bool):
        return int(value)
    number = measure(value)
    return str(value) if number is None else number
