"""A share: so many of so many."""

import re
from collections.abc import Collection, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Literal, final

from mhscan.conditions import ValueTest
from mhscan.language import _, available, speaking
from mhscan.questions.base import AnswerError, Traits, TypedQuestion, Value
from mhscan.questions.measures import share_of
from mhscan.text import folded


@final
class ShareQuestion(TypedQuestion):
    """A question that is answered with a part and a whole, such as 6/8; limits of conditions run from 0 to 1."""

    type: Literal["share"]

    @property
    def traits(self) -> Traits:
        """A share names nobody, may count people, and may well change."""
        return Traits(several=False, numbers=None, free_text=False, count=True, identity="none", order="none")

    def prompt(self) -> str:
        """What to type, in a few words."""
        return _("how many of how many, such as 6/8")

    def wanted(self, listed: bool) -> str:
        """What to type, as a sentence."""
        sentence = _("Type {what}.") if listed else _("Needed is {what}.")
        return sentence.format(what=self.prompt())

    def read(self, raw: str) -> Value:
        """The share in a line, also in words: '6 of 8', in any language of the interface."""
        text = " ".join(folded(raw).split())
        for word in _words_between():
            text = re.sub(rf"(?<=[0-9]) {re.escape(word)} (?=[0-9])", "/", text)
        return self.check(re.sub(" ?/ ?", "/", text))

    def check(self, value: object) -> Value:
        """The stored share, if there is one: the whole is at least 1, and the part no more than the whole."""
        share = share_of(value)
        if share is None:
            raise AnswerError(_("'{value}' is no share.").format(value=value))
        part, whole = share
        if whole == 0:
            raise AnswerError(_("Of 0 there is no share: say that it is not known, or that it does not apply."))
        if part > whole:
            raise AnswerError(_("{part} is more than {whole}.").format(part=part, whole=whole))
        return f"{part}/{whole}"

    def describe(self, value: Value) -> str:
        """The share in words."""
        part, whole = share_of(value) or (value, "?")
        return _("{part} of {whole}").format(part=part, whole=whole)

    def values_for(self, tests: Collection[ValueTest]) -> Sequence[Value]:
        """The shares that tests name, and one on, below and above each limit, rising."""
        named = [str(one) for one in self.named_in(tests) if one]
        limits = {Fraction(str(n)) for test in tests for n in (test.at_least, test.at_most) if n is not None}
        turns = sorted({Fraction(0), Fraction(1), *(one for one in limits if 0 <= one <= 1)})
        middles = [(low + high) / 2 for low, high in pairwise(turns)]
        shares = [f"{one.numerator}/{one.denominator}" for one in (*turns, *middles)]
        # A part of 1 that some test names with other numbers is another answer to that test.
        others = [f"{2 * one.numerator}/{2 * one.denominator}" for one in (*turns, *middles)] if named else []
        return sorted(dict.fromkeys([*shares, *others, *named]), key=lambda one: Fraction(*(share_of(one) or (0, 1))))

    def hint_for(self, _test: ValueTest) -> tuple[str, Sequence[str]]:
        """How a share is asked for."""
        return _("The answer is a share; ask with 'at_least' or 'at_most', from 0 to 1."), ()

    def examples(self) -> Sequence[Value]:
        """None, half and all."""
        return ["0/10", "5/10", "10/10"]


def _words_between() -> list[str]:
    """What can stand between the two numbers, in each language of the interface; the longest first."""
    words = set()
    for language in available():
        with speaking(language):
            words |= {folded(_("{part} of {whole}").format(part="", whole="")).strip()}
            words |= {one.strip() for one in folded(_("of, out of")).split(",")}
    return sorted(words, key=len, reverse=True)
