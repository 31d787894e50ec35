"""Whether two files are about the same subject, such as a municipality. How its name is written does not decide it.

A field of the subject with a fixed form (`pattern`) is a code: it tells one subject from another, whatever they are
called. Where no code can be compared, the names decide, as people read them. Numbers and choices may well change.
"""

from __future__ import annotations

from collections.abc import Mapping

from mhscan.language import _
from mhscan.pack.pack import Pack
from mhscan.text import folded, look_alike

SubjectFields = Mapping[str, object]
"""What an assessment or a plan says about its subject, by the id of the field."""


def identity(pack: Pack, subject: SubjectFields) -> dict[str, str]:
    """What tells a subject from another: its name, and the fields that hold a text, such as a code."""
    return {key: str(subject[key]) for key in ("name", *_words(pack), *_codes(pack)) if key in subject}


def key_of(pack: Pack, subject: SubjectFields) -> str:
    """A text that is the same for every file about the same subject, and another for another subject.

    A subject whose code is in one file and not in the other cannot be known again by such a text.
    """
    deciding = [key for key in _codes(pack) if key in subject] or ["name", *_words(pack)]
    return "/".join(f"{key}={folded(subject[key])}" for key in sorted(deciding) if key in subject)


def difference(pack: Pack, one: SubjectFields, other: SubjectFields) -> str:
    """Why two subjects are not the same, as a sentence; empty where they are."""
    shared = [key for key in _codes(pack) if key in one and key in other]
    compared = shared or [key for key in ("name", *_words(pack)) if key in one and key in other]
    for key in compared:
        if folded(one[key]) != folded(other[key]):
            return _sentence(pack, key, str(one[key]), str(other[key]))
    return ""


def is_known_again(pack: Pack, one: SubjectFields, other: SubjectFields) -> bool:
    """Whether two subjects are the same by a code that both have, whatever they are called."""
    shared = any(key in one and key in other for key in _codes(pack))
    return shared and not difference(pack, one, other)


def _sentence(pack: Pack, key: str, one: str, other: str) -> str:
    titles = {"name": _("name"), **{field.id: field.title or field.id for field in pack.model.subject.fields}}
    said = _("{field}: {one} and {other}.").format(field=titles[key], one=one, other=other)
    letter = look_alike(one, other)
    if letter:
        message = _("They look alike, but '{letter}' (U+{code:04X}) is a letter of another alphabet.")
        said += " " + message.format(letter=letter, code=ord(letter))
    return said


def both_names(old: str, new: str) -> str:
    """What a subject is called now; with what it was called before, where that is another name."""
    if folded(old) == folded(new):
        return new
    return _("{new} (before: {old})").format(new=new, old=old)


def _codes(pack: Pack) -> list[str]:
    """The fields that say which subject it is."""
    return [one.id for one in pack.model.subject.fields if one.traits.identity == "code"]


def _words(pack: Pack) -> list[str]:
    """The fields that say it where no code can be compared."""
    return [one.id for one in pack.model.subject.fields if one.traits.identity == "words"]
