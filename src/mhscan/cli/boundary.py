"""The border between the program and the shell: one place where every error becomes a message and an exit code."""

from __future__ import annotations

import contextlib
import gettext
import os
import warnings
from collections.abc import Iterator
from pathlib import Path

from mhscan import language
from mhscan.__about__ import __version__
from mhscan.errors import ExitCode, InputError, MhscanError, Remark, UsageError
from mhscan.language import _
from mhscan.loading.paths import forget_read
from mhscan.text import visible
from mhscan.ui.streams import PLAIN, give_up_output, talk, use_utf8

LANG = "--lang"


def run(arguments: list[str]) -> int:
    """Run a command; never raises. Gives the exit code."""
    use_utf8()
    forget_read()
    # Pydantic would look through all installed packages for plug-ins; none is wanted, and it takes long.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        rest = _settings(arguments)
        # Imported here: the help texts are made in the language that was just set.
        from mhscan.cli.app import call

        with _remarks():
            return call(rest)
    except MhscanError as error:
        return say(error)
    except BrokenPipeError:
        # Whoever read our output has seen enough. Python must not complain about it at exit either.
        give_up_output()
        return ExitCode.DONE
    except KeyboardInterrupt:
        talk()
        talk(_("Stopped."))
        return ExitCode.INTERRUPTED
    except OSError as error:
        return say(_refused(error))
    except Exception as error:  # noqa: BLE001  the one place that may: nobody should see a traceback
        return _bug(error)


@contextlib.contextmanager
def _remarks() -> Iterator[None]:
    """Say what a user has to know though nothing went wrong, each thing once."""

    def say_it(message: Warning | str, *_more: object, **_named: object) -> None:
        talk(str(message))

    with warnings.catch_warnings():
        warnings.simplefilter("default", Remark)
        warnings.showwarning = say_it
        yield


def _settings(arguments: list[str]) -> list[str]:
    """Take the settings of the whole program out of the arguments: language, and plain output."""
    rest: list[str] = []
    wanted = os.environ.get("MHSCAN_LANG") or language.DEFAULT
    todo = list(arguments)
    while todo:
        word = todo.pop(0)
        if word == "--plain":
            os.environ[PLAIN] = "1"
        elif word == LANG and todo and not _has_command(rest):
            wanted = todo.pop(0)
        elif word.startswith(f"{LANG}=") and not _has_command(rest):
            wanted = word.removeprefix(f"{LANG}=")
        else:
            rest.append(word)
    _speak(wanted)
    return rest


def _has_command(words: list[str]) -> bool:
    return any(not word.startswith("-") for word in words)


def _speak(wanted: str) -> None:
    known = language.available()
    language.use(wanted if wanted in known else language.DEFAULT)
    if wanted not in known:
        message = _("'{lang}' is not one of: {known}").format(lang=wanted, known=", ".join(known))
        raise UsageError(message, _("Leave out --lang for Dutch."))
    # The words of the library that reads the arguments come out of the same catalogue.
    os.environ["LANGUAGE"] = wanted
    gettext.bindtextdomain(language.DOMAIN, str(language.LOCALE_DIR))
    gettext.textdomain(language.DOMAIN)


def say(error: MhscanError) -> int:
    """Show an expected error: what, where, and what to do next."""
    if isinstance(error, InputError) and error.problems:
        from mhscan.ui.problems import problems_text

        talk(problems_text(error.problems).rstrip("\n"))
    talk(visible(error.message))
    if error.hint:
        talk(visible(error.hint))
    return error.exit_code


def _refused(error: OSError) -> InputError:
    """What the system did not allow, where nothing nearer to it has better words; it is no bug of ours."""
    name = error.filename or error.filename2
    where = os.fsdecode(name) if isinstance(name, str | bytes) else _("The folder where you are, or a file in it,")
    message = _("{path} cannot be used: {why}.").format(path=where, why=language.why(error))
    return InputError(message, _("Check that it is there and that you may use it, and try again."))


def _bug(error: BaseException) -> int:
    """Keep what is needed to mend a bug of ours, and say where."""
    import platform
    import tempfile
    import traceback

    report = "".join(
        [
            f"mhscan {__version__}, Python {platform.python_version()}, {platform.platform()}\n",
            *traceback.format_exception(error),
        ]
    )
    talk(_("Something went wrong in mhscan itself. What was saved before is still there."))
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="mhscan-crash-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write(report)
        talk(_("Please send this file to the makers: {path}").format(path=Path(file.name)))
    except OSError:
        talk(report)
    return ExitCode.BUG
