"""Every name that is used is the name of something."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.base import CONTEXT, SUBJECT, card_of
from mhscan.conditions import (
    ContextTest,
    IndicatorTest,
    ObservationTest,
    SubjectTest,
    ValueTest,
)
from mhscan.errors import Path, Problem
from mhscan.integrity.names import Names, Reference, names_of, with_lost
from mhscan.integrity.walk import (
    Test,
    actions_of,
    as_given,
    asked_in,
    is_of_level,
    observations_of,
    tests_of,
)
from mhscan.language import _
from mhscan.loading.near import possible
from mhscan.loading.packs import Folder, Part
from mhscan.pack.model import Model
from mhscan.pack.placeholders import date_key, placeholders, texts_of
from mhscan.pack.questionnaire import Questionnaire
from mhscan.questions.registry import Question

LISTS = {
    "role": "roles",
    "scale": "scales",
    "phase": "phases",
    "effort": "efforts",
    "term": "terms",
    "moment": "moments",
    "partner": "partners",
    "carrier": "carriers",
    "decider": "deciders",
    "modality": "modalities",
    "factor": "factors",
    "context question": "context",
    "field": "fields",
}
"""The list of the model in which the names of a kind of thing stand."""
Named = tuple[Part, Path, str]
"""A name with where it stands."""


def listed(names: Names, part: Part, path: Path, thing: str, name: str | None) -> Reference:
    """A reference to something in a list of the model."""
    return Reference(part, path, thing, name, names.listed(LISTS[thing]), names.words)


def check_unknown_indicator(folder: Folder) -> Iterator[Problem]:
    """Every indicator that a condition, rule, list or questionnaire names exists."""
    names = names_of(folder)
    if names.model is None:
        return
    named = (_indicators_in_model, _in_actions, _indicators_in_conditions, _asked)
    for part, path, name in (one for find in named for one in find(folder)):
        # Nobody can say so of a factor whose file could not be read.
        if not names.may_be_lost(name):
            at_key = path[0] == "wording"
            yield from Reference(part, path, "indicator", name, set(names.indicators), names.words, at_key).problems(
                "MH203"
            )
    yield from _worded_for_nobody(folder, names)
    yield from _worded_as_other(folder, names)


def _indicators_in_model(folder: Folder) -> Iterator[Named]:
    for part, model in folder.of(Model):
        for n, priority in enumerate(model.advice.priorities):
            for m, name in enumerate(priority.indicators):
                yield part, ("advice", "priorities", n, "indicators", m), name
        for n, rule in enumerate(model.rules):
            for m, remedy in enumerate(rule.remedies):
                yield part, ("rules", n, "remedies", m, "indicator"), remedy.indicator
        for n, lens in enumerate(model.lenses):
            for m, group in enumerate(lens.groups):
                for k, name in enumerate(group.indicators):
                    yield part, ("lenses", n, "groups", m, "indicators", k), name


def _in_actions(folder: Folder) -> Iterator[Named]:
    """What an action settles beside its own indicator."""
    for part, path, _indicator, action in actions_of(folder):
        for at, given in as_given(action):
            yield from ((part, (*path, *at, "also", n), name) for n, name in enumerate(given.also or ()))


def _indicators_in_conditions(folder: Folder) -> Iterator[Named]:
    for part, path, test in tests_of(folder):
        if isinstance(test, IndicatorTest):
            yield part, (*path, "indicator"), test.indicator


def check_unknown_observation(folder: Folder) -> Iterator[Problem]:
    """Every observation that a condition names exists; in a level it is one of its own indicator."""
    names = names_of(folder)
    for part, path, test in tests_of(folder):
        if isinstance(test, ObservationTest) and not names.may_be_lost(test.observation):
            own = f"{card_of(test.observation)}." if is_of_level(path) else ""
            known = {key.removeprefix(own) for key in names.observations if key.startswith(own)}
            name = test.observation.removeprefix(own)
            yield from Reference(part, (*path, "observation"), "observation", name, known, names.words).problems(
                "MH224"
            )
    yield from _worded_facts(folder, names)
    for part, path, key in _dates_in_texts(folder):
        if not key.startswith(CONTEXT) and not names.may_be_lost(key):
            known = set(names.observations)
            yield from Reference(part, path, "observation", key, known, names.words).problems("MH224")
    for part, path, full, observation in observations_of(folder):
        factor = full.partition(".")[0]
        actions = {action.id for _part, _path, one, action in actions_of(folder) if one.partition(".")[0] == factor}
        for n, action_id in enumerate(observation.actions):
            known_here = with_lost(part, "actions", actions)
            yield from Reference(part, (*path, "actions", n), "action", action_id, known_here, names.words).problems(
                "MH224"
            )


def _worded_facts(folder: Folder, names: Names) -> Iterator[Problem]:
    """The problems of words for an observation that no indicator has."""
    for part, questionnaire in folder.of(Questionnaire):
        for key in questionnaire.wording:
            if key.count(".") == 2 and not names.may_be_lost(key):
                known = set(names.observations)
                yield from Reference(
                    part, ("wording", key), "observation", key, known, names.words, at_key=True
                ).problems("MH224")


def _asked(folder: Folder) -> Iterator[Named]:
    for part, questionnaire in folder.of(Questionnaire):
        yield from ((part, path, key) for path, key in asked_in(questionnaire) if not key.startswith(CONTEXT))
        yield from ((part, ("wording", key), key) for key in questionnaire.wording if card_of(key) == key)


def _worded_for_nobody(folder: Folder, names: Names) -> Iterator[Problem]:
    """The problem of other words for a question that the questionnaire does not ask: nobody reads them."""
    for part, questionnaire in folder.of(Questionnaire):
        # Of what can still be read of a broken file nobody knows what it asks.
        for key in () if part.lost or part.document.partial else questionnaire.wording:
            if key in {*names.indicators, *names.observations} and card_of(key) not in questionnaire.asks():
                message = _("this questionnaire does not ask '{key}'").format(key=key)
                hint = _("Add it to 'ask' of a section, or remove these words.")
                yield part.problem("MH203", ("wording", key), message, hint, at_key=True, severity="warning")


def _worded_as_other(folder: Folder, names: Names) -> Iterator[Problem]:
    """The problem of an indicator with the words of an observation, and the other way round."""
    for part, questionnaire in folder.of(Questionnaire):
        for key in questionnaire.wording.keys() - questionnaire.words.keys() - questionnaire.fact_words.keys():
            if key in names.indicators:
                message = _("'{key}' is an indicator: its words stand under 'question'").format(key=key)
                hint = _("Write 'question', or name a fact of it: {key}.FACT.").format(key=key)
                yield part.problem("MH203", ("wording", key), message, hint, at_key=True)
            elif key in names.observations:
                message = _("'{key}' is a fact: its words stand under 'text'").format(key=key)
                yield part.problem("MH203", ("wording", key), message, _("Write 'text' here."), at_key=True)


def check_unknown_context(folder: Folder) -> Iterator[Problem]:
    """Every context question or field that a condition, moment or questionnaire names exists."""
    names = names_of(folder)
    if names.model is None:
        return
    for part, path, test in tests_of(folder):
        if isinstance(test, ContextTest):
            yield from listed(names, part, (*path, "context"), "context question", test.context).problems("MH204")
        elif isinstance(test, SubjectTest):
            yield from listed(names, part, (*path, "subject"), "field", test.subject).problems("MH204")
    keys = _prefixed(names, CONTEXT, "context")
    for part, path, key in _context_keys(folder):
        yield from Reference(part, path, "context question", key, keys).problems("MH204")
    fields = _prefixed(names, SUBJECT, "fields")
    known = None if keys is None or fields is None else keys | fields
    for part, path, test in tests_of(folder):
        if isinstance(test, ValueTest):
            yield from Reference(part, (*path, "above"), "question", test.above, known, names.words).problems("MH204")
    yield from _no_dates(folder)


def _prefixed(names: Names, prefix: str, name: str) -> set[str] | None:
    """The keys of the things in a list of the model; nothing where it is not known which there are."""
    ids = names.listed(name)
    return None if ids is None else {prefix + one for one in ids}


def _context_keys(folder: Folder) -> Iterator[tuple[Part, Path, str | None]]:
    """What is named with the prefix that all keys of context questions have."""
    for part, model in folder.of(Model):
        yield from ((part, ("moments", n, "date"), moment.date) for n, moment in enumerate(model.moments))
    yield from (named for named in _dates_in_texts(folder) if named[2].startswith(CONTEXT))
    for part, questionnaire in folder.of(Questionnaire):
        yield from ((part, path, key) for path, key in asked_in(questionnaire) if key.startswith(CONTEXT))


def _dates_in_texts(folder: Folder) -> Iterator[Named]:
    """The questions and facts from which the texts of actions take a date."""
    for part, path, _indicator, action in actions_of(folder):
        for at, given in as_given(action):
            for inside, text in texts_of(given):
                keys = filter(None, map(date_key, placeholders(text)))
                yield from ((part, (*path, *at, *inside), key) for key in keys)


def _no_dates(folder: Folder) -> Iterator[Problem]:
    """The problems of moments, and of texts of actions, whose date is asked by a question of another type."""
    named = [
        (part, ("moments", n, "date"), moment.date)
        for part, model in folder.of(Model)
        for n, moment in enumerate(model.moments)
    ]
    names = names_of(folder)
    types: dict[str, str] = {CONTEXT + key: question.type for key, question in names.context.items()}
    types |= {key: fact.type for key, fact in names.observations.items()}
    dates = [key for key, type_ in types.items() if type_ == "date"]
    for part, path, key in (*named, *_dates_in_texts(folder)):
        if key in types and key not in dates:
            message = _("'{key}' asks for no date").format(key=key)
            hint = possible(dates) if dates else _("Add a question of type 'date', or leave the date out.")
            yield part.problem("MH204", path, message, hint)


def check_unknown_option(folder: Folder) -> Iterator[Problem]:
    """Every option in a condition is one of its question."""
    names = names_of(folder)
    for part, path, test in tests_of(folder):
        question = _question_of(test, names)
        if question is None or not isinstance(test, ValueTest):
            continue
        choices = {option.id for option in question.offered}
        options = _known_options(test, choices, names) if choices else None
        for at, value in _values(test):
            yield from Reference(part, (*path, *at), "option", str(value), options, names.words).problems("MH205")


def _question_of(test: Test, names: Names) -> Question | None:
    if isinstance(test, ContextTest):
        return names.context.get(test.context)
    if isinstance(test, ObservationTest):
        observation = names.observations.get(test.observation)
        return observation.question if observation else None
    return names.subject.get(test.subject) if isinstance(test, SubjectTest) else None


def _known_options(test: Test, choices: set[str], names: Names) -> set[str] | None:
    """The options of what a test asks after, with those that could not be read; see `with_lost`."""
    if isinstance(test, ObservationTest):
        return names.of_factor(test.observation.partition(".")[0], "options", choices)
    return names.of_model("options", choices)


def _values(test: ValueTest) -> Iterator[tuple[Path, object]]:
    """Each value that a test asks for, with where it stands."""
    single = [(("is",), test.is_), (("has",), test.has)]
    yield from ((path, value) for path, value in single if value is not None)
    yield from ((("in", n), value) for n, value in enumerate(test.in_ or ()))


def check_unknown_claim(folder: Folder) -> Iterator[Problem]:
    """Every claim under a key `sources` is made by a source."""
    names = names_of(folder)
    for part, path, claim in named_claims(folder) if not names.broken_sources else ():
        yield from Reference(part, path, "claim", claim, names.claims, names.words).problems("MH206")


def named_claims(folder: Folder) -> Iterator[Named]:
    """Each claim id under a key `sources`, anywhere in the files of a pack."""
    for part in folder.parts:
        if part.value is not None:
            yield from ((part, path, claim) for path, claim in _claims_in(part.document.data, ()))


def _claims_in(data: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "sources" and isinstance(value, list):
                yield from (((*path, key, n), claim) for n, claim in enumerate(value) if isinstance(claim, str))
            else:
                yield from _claims_in(value, (*path, key))
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from _claims_in(value, (*path, n))
