"""The language of the interface: gettext catalogues, and the few habits of a language that gettext does not hold.

The sentences in the code are English; a catalogue under `locale/` turns them into another language. What a face
says to its user goes through `_`, `ngettext` or `pgettext`, which look at the language in use when they are called.
"""

from __future__ import annotations

import contextlib
import errno
import gettext
from collections.abc import Iterator
from pathlib import Path

DEFAULT = "nl"
LOCALE_DIR = Path(__file__).parent / "locale"
DOMAIN = "mhscan"

Translations = gettext.NullTranslations


def available() -> tuple[str, ...]:
    """The languages that mhscan speaks: English, and each one with a catalogue."""
    found = {path.parent.parent.name for path in LOCALE_DIR.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")}
    return tuple(sorted(found | {"en"}))


def translations(language: str) -> Translations:
    """The sentences of a language; English where there is no catalogue for it."""
    return gettext.translation(DOMAIN, LOCALE_DIR, [language], fallback=True)


class _Current:
    """The language in use by this process."""

    def __init__(self) -> None:
        self.code = "en"
        self.translations = gettext.NullTranslations()


_current = _Current()


def use(language: str) -> None:
    """Speak a language from here on."""
    _current.code = language
    _current.translations = translations(language)


def current() -> str:
    """The code of the language in use, such as 'nl'."""
    return _current.code


def N_(message: str) -> str:  # noqa: N802  the usual name for 'translate this later'
    """Mark a sentence for the catalogue; it is translated where it is shown."""
    return message


def _(message: str) -> str:
    """The message in the language in use."""
    return _current.translations.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of the message that goes with a count, in the language in use."""
    return _current.translations.ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """The message as it is said in one context, in the language in use."""
    return _current.translations.pgettext(context, message)


@contextlib.contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language for a while, such as that of a pack while its report is made."""
    before = _current.code
    use(language)
    try:
        yield
    finally:
        use(before)


def why(error: OSError) -> str:
    """What the operating system says is wrong, in the language in use where we have words for it."""
    words = {
        errno.EACCES: _("no permission"),
        errno.EPERM: _("no permission"),
        errno.EROFS: _("no permission"),
        errno.ENOENT: _("it does not exist"),
        errno.ENOTDIR: _("it does not exist"),
        errno.EISDIR: _("it is a folder"),
        errno.ENOSPC: _("the disk is full"),
        errno.EDQUOT: _("the disk is full"),
        errno.EBADF: _("it is closed"),
        errno.ELOOP: _("it is a link that leads to itself"),
        errno.ENAMETOOLONG: _("the name is too long"),
        errno.EEXIST: _("it exists already"),
        errno.ENOTEMPTY: _("it exists already"),
        errno.EFBIG: _("it is too large"),
        errno.EIO: _("the disk gives a fault"),
        errno.EBUSY: _("it is in use"),
        errno.ETXTBSY: _("it is in use"),
        errno.EMFILE: _("too many files are open"),
        errno.ENFILE: _("too many files are open"),
        errno.ENOMEM: _("there is too little memory"),
        errno.ENXIO: _("nobody reads it"),
        errno.EPIPE: _("nobody reads it"),
        errno.EXDEV: _("it lies on another disk"),
        errno.ENOLCK: _("the disk cannot do that"),
        errno.ENOSYS: _("the disk cannot do that"),
        errno.EOPNOTSUPP: _("the disk cannot do that"),
        errno.EINVAL: _("the disk cannot do that"),
        errno.ESTALE: _("the network disk is away"),
        errno.ETIMEDOUT: _("the network disk is away"),
    }
    number = error.errno
    if number is None:
        return str(error)
    return words.get(number) or _("fault {name} of the system").format(name=errno.errorcode.get(number, number))
