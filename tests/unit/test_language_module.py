"""The language of the interface."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mhscan import language
from mhscan.language import _, ngettext, pgettext


def test_english_is_always_there_and_dutch_is_the_default():
    assert set(language.available()) >= {"en", "nl"}
    assert list(language.available()) == sorted(language.available())
    assert language.DEFAULT == "nl"


def test_without_a_catalogue_there_is_english_only(monkeypatch):
    monkeypatch.setattr(language, "LOCALE_DIR", Path("nowhere"))
    assert language.available() == ("en",)
    assert language.translations("nl").gettext("yes") == "yes"


@pytest.mark.parametrize(("code", "yes"), [("en", "yes"), ("nl", "ja")])
def test_sentences_are_said_in_the_language_in_use(code, yes):
    language.use(code)
    assert (language.current(), _("yes")) == (code, yes)


@pytest.mark.parametrize("code", ["en", "nl"])
def test_one_and_many_have_their_own_form(code):
    language.use(code)
    one, many = (ngettext("{n} error", "{n} errors", n).format(n=n) for n in (1, 2))
    assert one.startswith("1 ")
    assert many.startswith("2 ")
    assert one[2:] != many[2:]


def test_a_letter_is_said_in_its_own_context():
    assert pgettext("key of 'stop'", "q") == "q"
    language.use("nl")
    assert pgettext("key of 'stop'", "q") != pgettext("no such context", "q")


def test_a_sentence_without_a_translation_stays_english():
    language.use("nl")
    assert _("A sentence that nobody wrote.") == "A sentence that nobody wrote."


def test_a_language_is_spoken_for_a_while_and_then_no_more():
    with language.speaking("nl"):
        assert _("yes") == "ja"
        with language.speaking("en"):
            assert _("yes") == "yes"
        assert _("yes") == "ja"
    assert (language.current(), _("yes")) == ("en", "yes")


def test_an_error_meanwhile_does_not_change_the_language():
    with pytest.raises(ValueError, match="mistake"), language.speaking("nl"):
        raise ValueError("mistake")
    assert language.current() == "en"


@pytest.mark.parametrize("locale", ["C", "nl_NL.UTF-8", "de_DE.UTF-8"])
def test_the_language_does_not_follow_the_locale_of_the_system(locale):
    code = "from mhscan import language as l; l.use('en'); print(l._('yes'))"
    environment = {"LANG": locale, "LC_ALL": locale, "LANGUAGE": "nl", "PATH": ""}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == "yes\n"
