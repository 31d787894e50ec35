"""Checks of what a pack says to people: its wording, its levels and actions, its sources and its glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from mhscan.errors import Path, Problem, Related
from mhscan.integrity.checks.references import named_claims
from mhscan.integrity.names import names_of
from mhscan.integrity.walk import actions_of, as_given, claims_of, indicators_of, observations_of, repeats
from mhscan.language import N_, _, available, ngettext
from mhscan.lint.plain_language import (
    avoided,
    decides,
    findings,
    is_help,
    mean_words,
    prose,
    prose_of,
    sentences,
    word_count,
)
from mhscan.loading.packs import Folder
from mhscan.pack.glossary import Glossary, used
from mhscan.pack.model import Model, Plain
from mhscan.pack.placeholders import CARRIER, date_key, filled, placeholders, texts_of

PLAIN = {
    "long": ("MH501", N_("{n} words in a sentence, more than {most}: {words}"), N_("Make two sentences of it.")),
    "vague": (
        "MH502",
        N_("'{word}' is vague"),
        N_("Say what can be seen: how many, how often, by when, on paper or not."),
    ),
    "passive": ("MH503", N_("'{words}' names who acts, yet turns the sentence round"), N_("Begin with who acts.")),
    "abbreviation": (
        "MH504",
        N_("'{word}' is not explained"),
        N_("Write it in full, with the abbreviation in brackets, or list it under 'plain' in the model."),
    ),
    "untidy": ("MH506", N_("'{words}' does not belong here"), ""),
}
"""The code, message and hint of each kind of text that is not plain; too many commas are no problem by themselves."""
MARKS = ("?", "？", "؟", ";")
"""The question marks of several scripts."""
_UNFINISHED = re.compile(r"\b(?:TODO|FIXME|TBD|XXX+)\b|(?i:\blorem ipsum\b)")


def check_plain_language(folder: Folder) -> Iterator[Problem]:
    """No text is less plain than the pack allows."""
    plain = _plain_of(folder)
    if plain is None:
        return
    for part, path, text in prose_of(folder):
        for found in findings(_without_placeholders(path, text), plain, decides(path)):
            if found.kind in PLAIN:
                code, message, hint = PLAIN[found.kind]
                words = {"word": found.words, "words": found.words, "n": word_count(found.words)}
                yield part.problem(code, path, _(message).format(**words, most=plain.longest), _(hint) if hint else "")


def _without_placeholders(path: Path, text: str) -> str:
    """A text of an action with a word for each placeholder; elsewhere nothing is filled in, so braces are untidy."""
    return filled(text, lambda _name: "X") if "actions" in path else text


def check_unknown_placeholder(folder: Folder) -> Iterator[Problem]:
    """Only `{carrier}` and `{date:KEY}` stand between braces in the texts of actions."""
    for part, path, _indicator, action in actions_of(folder):
        for at, given in as_given(action):
            for inside, text in texts_of(given):
                for name in placeholders(text):
                    if name != CARRIER and date_key(name) is None:
                        message = _("nothing is filled in for '{name}'").format(name=name)
                        hint = _("Possible here: {keys}.").format(
                            keys="{carrier}, {date:context.ID}, {date:FACTOR.INDICATOR.FACT}"
                        )
                        yield part.problem("MH518", (*path, *at, *inside), message, hint)


def check_ours_with_sources(folder: Folder) -> Iterator[Problem]:
    """No action is called our own and rests on claims as well."""
    for part, path, _indicator, action in actions_of(folder):
        if action.ours and action.sources:
            message = _("this action is 'ours', and names claims that it rests on")
            hint = _("Remove one of the two: what a source says is not ours.")
            yield part.problem("MH517", (*path, "ours"), message, hint, at_key=True)


def _plain_of(folder: Folder) -> Plain | None:
    """What plain language is in a pack; nothing where it does not say."""
    model = names_of(folder).model
    return model.plain if model else None


def check_too_many_words(folder: Folder) -> Iterator[Problem]:
    """The sentences of no file have more words on average than the pack allows."""
    plain = _plain_of(folder)
    for part in folder.parts if plain else ():
        mean = mean_words(text for _path, text in prose(part.document.data))
        if plain and part.value is not None and mean > plain.mean:
            message = _("the sentences of this file have {mean} words on average, more than {most}")
            message = message.format(mean=f"{mean:.1f}", most=plain.mean)
            hint = _("Split the longest sentences in two.")
            yield part.problem("MH505", ("schema",), message, hint, at_key=True)


def check_avoided_wording(folder: Folder) -> Iterator[Problem]:
    """No text has a wording that the pack avoids."""
    plain = _plain_of(folder)
    if plain is None or not plain.avoid:
        return
    for part, path, text in prose_of(folder):
        for words, wording in avoided(text, plain.avoid):
            message = _("'{words}' is a wording to avoid. {why}").format(words=words, why=wording.why)
            yield part.problem("MH526", path, message, _("For example: {instead}").format(instead=wording.instead))


def check_long_help(folder: Folder) -> Iterator[Problem]:
    """No help has more sentences than the pack allows."""
    plain = _plain_of(folder)
    most = plain.help if plain else None
    for part, path, text in prose_of(folder) if most else ():
        count = sum(not one.endswith(":") for one in sentences(text))
        if most and is_help(path) and count > most:
            message = ngettext(
                "{n} sentence of help, more than {most}", "{n} sentences of help, more than {most}", count
            )
            hint = _("Leave out what decides nothing, or move a limit to the level that it decides.")
            yield part.problem("MH527", path, message.format(n=count, most=most), hint)


def check_unused_term(folder: Folder) -> Iterator[Problem]:
    """Each term of the glossary occurs in a text of the pack, or in the explanation of a term that does."""
    for part, glossary in folder.of(Glossary):
        texts = [text for other in folder.parts if other is not part for _path, text in prose(other.document.data)]
        in_use = used(glossary.terms, texts)
        for n, term in enumerate(glossary.terms):
            if term not in in_use:
                message = _("'{term}' is explained, but no text of the pack uses it").format(term=term.term)
                hint = _("Take it out, or add the form in which it is used.")
                yield part.problem("MH507", ("terms", n, "term"), message, hint)


def check_undated_list(folder: Folder) -> Iterator[Problem]:
    """Each list of a term says of which day it is, and each day has a list."""
    for part, glossary in folder.of(Glossary):
        for n, term in enumerate(glossary.terms):
            if term.items and not term.as_of:
                message = _("nobody can see how old the list of '{term}' is").format(term=term.term)
                hint = _("Add 'as_of' with the day on which the list was right.")
                yield part.problem("MH528", ("terms", n, "items"), message, hint, at_key=True)
            elif term.as_of and not term.items:
                message = _("'{term}' has a day, but no list").format(term=term.term)
                hint = _("Add the list under 'items', or take the day out.")
                yield part.problem("MH528", ("terms", n, "as_of"), message, hint, at_key=True)


def check_unexplained_term(folder: Folder) -> Iterator[Problem]:
    """Each word under `plain.hard` is a term of the glossary or a form of one."""
    terms = [term for _part, glossary in folder.of(Glossary) for term in glossary.terms]
    explained = {word.casefold() for term in terms for word in term.words()}
    for part, model in folder.of(Model):
        for n, word in enumerate(model.plain.hard if model.plain else ()):
            if word.casefold() not in explained:
                message = _("'{word}' is a hard word, and the glossary does not explain it").format(word=word)
                hint = _("Add a term for it to factors/glossary.yaml.")
                yield part.problem("MH508", ("plain", "hard", n), message, hint)


def check_near_equal_levels(folder: Folder) -> Iterator[Problem]:
    """No two levels of an indicator have nearly the same text."""
    for part, path, _factor, indicator in indicators_of(folder):
        for (k, low), (m, high) in combinations(enumerate(indicator.levels), 2):
            if _words(low.text) == _words(high.text):
                other = part.document.locate((*path, "levels", k, "text"))
                message = _("levels {low} and {high} say the same").format(low=low.level, high=high.level)
                hint = _("Say what can be seen on this level and not on the other.")
                related = (Related(other, _("the other level")),)
                yield part.problem("MH509", (*path, "levels", m, "text"), message, hint, related=related)


def _words(text: str) -> list[str]:
    """The words of a text, whatever their order, capitals and marks."""
    return sorted(re.findall(r"\w+", text.casefold()))


def check_uncovered_claim(folder: Folder) -> Iterator[Problem]:
    """Each claim of the kind 'factor' or 'pitfall' is named somewhere."""
    if names_of(folder).broken_factors or names_of(folder).model is None:
        return
    named = {claim for _part, _path, claim in named_claims(folder)}
    for part, path, claim in claims_of(folder):
        if claim.kind in ("factor", "pitfall") and claim.id not in named:
            message = _("nothing rests on the claim '{id}'").format(id=claim.id)
            yield part.problem("MH510", (*path, "id"), message, _("Name it under 'sources' of what it is about."))


def check_missing_translation(folder: Folder) -> Iterator[Problem]:
    """The interface speaks the language of the pack, as its reports do."""
    for part, model in folder.of(Model):
        if model.language not in available():
            message = _("mhscan does not speak '{language}'").format(language=model.language)
            hint = _("Possible here: {keys}.").format(keys=", ".join(available()))
            yield part.problem("MH511", ("language",), message, hint)


def check_no_question_mark(folder: Folder) -> Iterator[Problem]:
    """The text of each question ends with a question mark."""
    for part, path, _factor, indicator in indicators_of(folder):
        if not indicator.question.rstrip().endswith(MARKS):
            message = _("this question has no question mark")
            yield part.problem("MH512", (*path, "question"), message, _("Make a question of it."))


def check_same_title(folder: Folder) -> Iterator[Problem]:
    """No two indicators have the same title."""
    places = [(part, (*path, "title"), indicator.title) for part, path, _factor, indicator in indicators_of(folder)]
    for n, m in repeats(title.strip().casefold() for _part, _path, title in places):
        (part, path, title), (other, at, _title) = places[n], places[m]
        related = (Related(other.document.locate(at), _("here for the first time")),)
        message = _("another indicator is called '{title}' too").format(title=title)
        yield part.problem("MH513", path, message, _("Say in the title what is different."), related=related)


def check_unfinished_text(folder: Folder) -> Iterator[Problem]:
    """No text for people has a word by which authors mark what is to be done."""
    for part, path, text in prose_of(folder):
        if match := _UNFINISHED.search(text):
            message = _("'{word}' marks what is not finished").format(word=match[0])
            yield part.problem("MH514", path, message, _("Finish the text."))


def check_no_way_up(folder: Folder) -> Iterator[Problem]:
    """Each indicator has an action that leads to its highest level."""
    for part, path, _factor, indicator in indicators_of(folder):
        levels = [level.level for level in indicator.levels]
        reached = max((action.to for action in indicator.actions), default=min(levels))
        if reached < max(levels):
            message = _("from level {level} on no action leads up").format(level=reached)
            hint = _("Add an action with 'to: {level}'.").format(level=max(levels))
            key = "actions" if indicator.actions else "id"
            yield part.problem("MH515", (*path, key), message, hint, at_key=key == "actions")


def check_without_source(folder: Folder) -> Iterator[Problem]:
    """Each indicator and observation names its claims, or none on purpose, if the pack has any."""
    for part, path, _factor, indicator in indicators_of(folder) if names_of(folder).claims else ():
        if "sources" not in indicator.model_fields_set:
            message = _("this indicator does not say what it rests on")
            hint = _("Add 'sources' with the claims that it rests on, or 'sources: []' if it is your own idea.")
            yield part.problem("MH516", (*path, "id"), message, hint)
    for part, path, _full, observation in observations_of(folder) if names_of(folder).claims else ():
        if not observation.sources and not observation.ours:
            message = _("this fact does not say what it rests on")
            hint = _("Add 'sources' with the claims that it rests on, or 'ours: true' if it is your own idea.")
            yield part.problem("MH516", (*path, "id"), message, hint)
