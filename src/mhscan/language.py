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
    if error.errno is None:
        return str(error)
    name = errno.errorcode.get(error.errno, str(error.errno))
    words = next((words for names, words in _SYSTEM_ERRORS if name in names.split()), "")
    return _(words) if words else _("fault {name} of the system").format(name=name)


_SYSTEM_ERRORS = (
    ("EACCES EPERM EROFS", N_("no permission")),
    ("ENOENT ENOTDIR", N_("it does not exist")),
    ("EISDIR", N_("it is a folder")),
    ("ENOSPC EDQUOT", N_("the disk is full")),
    ("EBADF", N_("it is closed")),
    ("ELOOP", N_("it is a link that leads to itself")),
    ("ENAMETOOLONG", N_("the name is too long")),
    ("EEXIST ENOTEMPTY", N_("it exists already")),
    ("EFBIG", N_("it is too large")),
    ("EIO", N_("the disk gives a fault")),
    ("EBUSY ETXTBSY", N_("it is in use")),
    ("EMFILE ENFILE", N_("too many files are open")),
    ("ENOMEM", N_("there is too little memory")),
    ("ENXIO EPIPE", N_("nobody reads it")),
    ("EXDEV", N_("it lies on another disk")),
    ("ENOLCK ENOSYS EOPNOTSUPP ENOTSUP EINVAL", N_("the disk cannot do that")),
    ("ESTALE ETIMEDOUT", N_("the network disk is away")),
)
"""The names of errors of the system, by what is said of them; not each system has all of them."""
