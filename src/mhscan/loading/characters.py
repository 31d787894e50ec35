"""Characters that are not what they seem: those that nobody sees, and letters that look like another one."""

from __future__ import annotations

import re
import unicodedata

from mhscan.language import N_, _

_NAMES = {
    0x07: N_("a bell sign"),
    0x09: N_("a tab"),
    0x1B: N_("an escape sign"),
    0xA0: N_("a no-break space"),
    0xAD: N_("a soft hyphen"),
    0x200B: N_("a zero-width space"),
    0x200C: N_("a zero-width non-joiner"),
    0x200D: N_("a zero-width joiner"),
    0x2028: N_("a line separator"),
    0x2029: N_("a paragraph separator"),
    0x202F: N_("a narrow no-break space"),
    0x2060: N_("a word joiner"),
    0x3000: N_("a wide space"),
    0xFEFF: N_("a byte order mark"),
}
_KINDS = {
    "Cc": N_("a control character"),
    "Cf": N_("an invisible character"),
    "Zs": N_("an unusual space"),
    "Zl": N_("a line separator"),
    "Zp": N_("a paragraph separator"),
}
"""What a character of a category is called that has no name of its own above."""
_SCRIPTS = {"CYRILLIC": N_("Cyrillic"), "GREEK": N_("Greek"), "ARMENIAN": N_("Armenian"), "CHEROKEE": N_("Cherokee")}
_LOOKS = dict(
    zip(
        "аеорсухіјѕԁһкмтвнгпАВЕКМНОРСТУХІЈЅαορνικτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "aeopcyxijsdhkmtbhrnABEKMHOPCTYXIJSaopviktuxABEZHIKMNOPTYX",
        strict=True,
    )
)
"""Letters of other scripts with the Latin letter that the eye takes them for."""
QUOTES = "“”„‟«»‘’‚‛"
"""Typographic quotes: signs of a text, and to YAML and TOML no quotes at all."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_UNUSUAL = re.compile(r"[^ -~\n]")
_JOINERS = "\u200c\u200d"


def is_hidden(character: str) -> bool:
    """Whether nobody sees a character, or takes it for the ordinary space or line end that it is not."""
    return character not in " \n" and unicodedata.category(character) in _KINDS


def is_double(character: str) -> bool:
    """Whether a letter of another script looks like one of ours."""
    return character in _LOOKS or (character.isalpha() and unicodedata.name(character, "").startswith("FULLWIDTH"))


def named(character: str) -> str:
    """What a character is, such as 'a no-break space (U+00A0)', in the language in use."""
    number = f"U+{ord(character):04X}"
    kind = _NAMES.get(ord(character)) or _KINDS.get(unicodedata.category(character))
    if kind:
        return f"{_(kind)} ({number})"
    script = _SCRIPTS.get(unicodedata.name(character, "").split(" ")[0])
    if script is None:
        return _("'{sign}' of another script ({number})").format(sign=character, number=number)
    return _("a {script} '{sign}' ({number})").format(script=_(script), sign=character, number=number)


def odd(name: str) -> int:
    """Where, in a name such as a key or an id, the first character stands that is not what it seems; -1 without any.

    Of a name in another script altogether nothing is odd.
    """
    mixed = any(one.isascii() and one.isalpha() for one in name)
    strange = (n for n, one in enumerate(name) if is_hidden(one) or (mixed and is_double(one)))
    whole = all(is_double(one) or not one.isalpha() for one in name)
    return next(strange, 0 if whole and name and is_double(name[0]) else -1)


def seen(name: str) -> str:
    """A name as the eye reads it: without what nobody sees, and with our letters for those that look like them."""
    kept = ("" if is_hidden(one) else _LOOKS.get(one, one) for one in name)
    return unicodedata.normalize("NFKC", "".join(kept)).strip()


def hidden_in(text: str) -> int:
    """Where, in a text for people, a character stands that does not belong in it; -1 without any.

    A no-break space and a soft hyphen inside a text belong there; so do joiners outside words in our letters, such as
    in a picture of a family. A word half in one script and half in another does not.
    """
    for found in _UNUSUAL.finditer(text):
        if is_hidden(found[0]) and not _belongs(text, found.start()):
            return found.start()
    for word in _WORD.finditer(text):
        if not word[0].isascii() and any(x.isascii() for x in word[0]) and any(is_double(x) for x in word[0]):
            return next(n for n in range(word.start(), word.end()) if is_double(text[n]))
    return -1


def _belongs(text: str, n: int) -> bool:
    """Whether an invisible character may stand where it stands."""
    inside = 0 < n < len(text) - 1
    if unicodedata.category(text[n]) == "Zs" or text[n] == "\xad":
        return inside
    return inside and text[n] in _JOINERS and not (text[n - 1].isascii() or text[n + 1].isascii())
