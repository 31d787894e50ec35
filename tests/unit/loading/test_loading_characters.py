"""Characters that are not what they seem."""

from __future__ import annotations

import unicodedata

import pytest

from mhscan import language
from mhscan.loading.characters import hidden_in, is_hidden, named, odd, seen

HIDDEN = "\u00a0\u200b\u200c\u200d\u2060\ufeff\u202f\u3000\u2028\u202e\u0007\u00ad\u2009"


@pytest.mark.parametrize("sign", HIDDEN)
@pytest.mark.parametrize("spoken", ["nl", "en"])
def test_what_nobody_sees_is_found_named_with_its_number_and_read_over(sign: str, spoken: str) -> None:
    language.use(spoken)
    assert is_hidden(sign)
    assert odd(f"co{sign}mpost") == 2
    assert seen(f"co{sign}mpost") == "compost"
    assert named(sign).endswith(f"(U+{ord(sign):04X})")
    assert not named(sign).startswith("(")


@pytest.mark.parametrize(
    ("word", "at", "plain"),
    [
        ("\u0441ompost", 0, "compost"),
        ("compo\u0455t", 5, "compost"),
        ("c\u03bfmpost", 1, "compost"),
        ("\uff43ompost", 0, "compost"),
        ("\u0441\u043e", 0, "co"),
        ("compost", -1, "compost"),
        ("b\u00fbdget", -1, "b\u00fbdget"),
        ("\u03bb", -1, "\u03bb"),
        ("", -1, ""),
    ],
)
def test_a_letter_that_looks_like_another_is_found_and_the_word_is_read_as_the_eye_does(word, at, plain) -> None:
    assert (odd(word), seen(word)) == (at, plain)


def test_the_script_of_a_letter_is_named() -> None:
    assert named("\u0430") == "a Cyrillic '\u0430' (U+0430)"
    assert named("\u03bf") == "a Greek '\u03bf' (U+03BF)"
    assert unicodedata.name("\uff43").startswith("FULLWIDTH")
    assert named("\uff43") == "'\uff43' of another script (U+FF43)"


@pytest.mark.parametrize(
    "text",
    [
        "5\u00a0000 euro", "on\u00adbe\u00adkend", "\u041c\u043e\u0441\u043a\u0432\u0430",
        "\u03b2-caroteen", "10 \u00b5m",
        "\U0001f468\u200d\U0001f33e on a farm", "S\u00fadwest-Frysl\u00e2n", "x \u2265 2, \u0394t",
    ],
)  # fmt: skip
def test_what_belongs_in_a_text_is_left_alone(text: str) -> None:
    assert hidden_in(text) == -1


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a\u200bb", 1),
        ("\u00a0a", 0),
        ("a\u00a0", 1),
        ("a \u202eb", 2),
        ("a\x07", 1),
        ("a\u200db", 1),
        ("go c\u043empost", 4),
    ],
)
def test_what_does_not_belong_in_a_text_is_found(text: str, at: int) -> None:
    assert hidden_in(text) == at
