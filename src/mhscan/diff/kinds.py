"""What each kind of thing in a pack is made of, and what a change of it comes to: one table.

A new key in a model gets a line here. Until then a change of it counts as `UNKNOWN`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from mhscan.diff.change import Weight

WORDS = Weight("patch", "kept")
"""Other words, or another order of showing."""
ASKED = Weight("patch", "look")
"""Other words in a question, option or level: only a person can say whether the answer still holds."""
ADVICE = Weight("minor", "kept")
"""Something new that no answer hangs on, or the same answers lead to other warnings and actions."""
OPEN = Weight("minor", "look")
"""A question is new, so it is open in every assessment."""
GONE = Weight("major", "kept")
"""Something is gone that no answer hangs on."""
SCORE = Weight("major", "look")
"""The same answers can come to another score, band or field."""
RENAMED = Weight("minor", "kept")
"""The pack says what it was called, so the answers go along."""
LOST = Weight("major", "archived")
"""The answer no longer fits."""
UNKNOWN = OPEN
"""A key of which this table says nothing."""


@dataclass(frozen=True)
class Kind:
    """A kind of thing: its keys, the things inside it, and what it comes to when one appears or goes.

    `key` tells one from another; it is empty where there is one at most. `order` has the lists of which it matters in
    which order they stand. `prefix` stands before the id. `names` is the key under which a thing inside another has
    the ids that it had before.
    """

    name: str
    fields: Mapping[str, Weight]
    added: Weight = ADVICE
    removed: Weight = GONE
    parts: Mapping[str, Kind] = field(default_factory=dict)
    order: Mapping[str, Weight] = field(default_factory=dict)
    key: str = "id"
    prefix: str = ""
    names: str = ""


LABEL = {"label": WORDS}

LEVEL = Kind("level", {"text": ASKED, "label": WORDS, "when": SCORE}, added=SCORE, removed=LOST, key="level")
ACTION = Kind(
    "action",
    dict.fromkeys(("title", "proposal", "result", "steps"), WORDS)
    | dict.fromkeys(("to", "owner", "partners", "effort", "term", "moment", "requires", "sources"), ADVICE)
    | dict.fromkeys(("also", "applies_if", "decided_by", "depends_on_others", "ours", "variants"), ADVICE),
    names="aliases",
)
OPTION = Kind("option", {"text": ASKED, "exclusive": LOST}, removed=LOST, names="aliases")
OBSERVATION = Kind(
    "fact",
    {"type": LOST, "text": ASKED, "counts": ASKED, "maximum": SCORE, "people": ADVICE, "internal": ADVICE}
    | dict.fromkeys(("asks", "there", "missing", "absent", "evidence"), WORDS)
    | dict.fromkeys(("actions", "ours", "sources"), ADVICE),
    added=OPEN,
    removed=LOST,
    parts={"options": OPTION},
    # From least to most: which one is more hangs on it.
    order={"options": SCORE},
    names="aliases",
)
INDICATOR = Kind(
    "indicator",
    dict.fromkeys(("factor", "aspect", "scale", "weight", "applies_if"), SCORE)
    | {"not_applicable": LOST}
    | dict.fromkeys(("title", "help", "why", "evidence", "asks"), WORDS)
    | {"question": ASKED, "sources": ADVICE},
    added=OPEN,
    removed=LOST,
    parts={"levels": LEVEL, "actions": ACTION, "observations": OBSERVATION},
    order={"actions": ADVICE, "observations": WORDS},
)
ASPECT = Kind(
    "aspect", {"title": WORDS, "section": WORDS} | dict.fromkeys(("weight", "combine", "scored"), SCORE), removed=SCORE
)
FACTOR = Kind(
    "factor",
    {"title": WORDS, "why": WORDS, "phase": SCORE, "weight": SCORE},
    added=OPEN,
    removed=SCORE,
    parts={"aspects": ASPECT},
    order={"indicators": ADVICE, "aspects": WORDS},
)

QUESTION_FIELDS = (
    {"type": LOST, "title": WORDS, "text": ASKED, "help": WORDS, "asks": WORDS, "example": WORDS, "classes": ADVICE}
    | {"not_applicable": LOST, "internal": WORDS}
    | dict.fromkeys(("applies_if", "minimum", "maximum", "pattern"), SCORE)
)  # fmt: skip
CONTEXT = Kind(
    "question",
    QUESTION_FIELDS,
    added=OPEN,
    removed=LOST,
    parts={"options": OPTION},
    order={"options": WORDS},
    prefix="context.",
    names="aliases",
)
SUBJECT_FIELD = replace(CONTEXT, prefix="subject.")

SCALE_LEVEL = Kind("scale level", {"label": WORDS, "score": SCORE}, added=SCORE, removed=SCORE, key="level")
SCALE = Kind("scale", {"meaning": WORDS, "low": ADVICE, "enough": ADVICE}, parts={"levels": SCALE_LEVEL})
PHASE = Kind("phase", {"title": WORDS, "text": WORDS, "weight": SCORE}, removed=SCORE)
ROLE = Kind("role", LABEL | {"perspectives": OPEN}, removed=SCORE)
PARTNER = Kind("partner", LABEL)
EFFORT = Kind("effort", LABEL | {"size": ADVICE})
TERM = Kind("term", LABEL | {"size": ADVICE})
MOMENT = Kind("moment", LABEL | {"name": WORDS, "date": ADVICE, "otherwise": ADVICE})
DECIDER = Kind("decider", LABEL | {"documents": ADVICE})
CARRIER = Kind("carrier", LABEL | {"ask": WORDS}, removed=SCORE)
MODALITY = Kind("modality", LABEL | {"phrase": WORDS, "severity": ADVICE})
BAND = Kind("band", LABEL | {"text": WORDS, "from": SCORE}, added=SCORE, removed=SCORE)
PROFILE_FIELD = Kind(
    "field of the profile", LABEL | {"text": WORDS, "x": SCORE, "y": SCORE}, added=SCORE, removed=SCORE
)
PROFILE = Kind(
    "profile",
    {"note": WORDS} | dict.fromkeys(("x", "y", "split", "margin"), SCORE),
    removed=SCORE,
    parts={"fields": PROFILE_FIELD},
    key="",
)
RULE = Kind(
    "rule",
    dict.fromkeys(("title", "text", "details", "ask", "why"), WORDS)
    | dict.fromkeys(("when", "remedies", "severity", "sources"), ADVICE),
)
SIGNAL = Kind("signal", {"when": ADVICE, "text": WORDS})
LENS_GROUP = Kind("lens group", {"title": WORDS, "indicators": ADVICE, "not_covered": WORDS})
LENS = Kind("lens", {"title": WORDS, "text": WORDS}, parts={"groups": LENS_GROUP})
MODEL = Kind(
    "model",
    {"id": SCORE, "requires": ADVICE, "language": OPEN}
    | dict.fromkeys(("title", "subject.singular", "subject.plural", "subject.name"), WORDS)
    | dict.fromkeys(("aggregate.over", "aggregate.mean", "aggregate.total"), SCORE)
    | dict.fromkeys(("coverage.minimum", "coverage.not_applicable_at_most"), SCORE)
    | dict.fromkeys(("advice.priorities", "advice.low", "advice.enough", "advice.shown", "advice.soon_days"), ADVICE)
    | dict.fromkeys(("robustness.draws", "robustness.spread", "robustness.seed", "robustness.firm"), WORDS)
    | {"advice.quick": ADVICE, "privacy.small_number": ADVICE, "privacy.free_text": WORDS}
    | dict.fromkeys(("introduction", "limits", "report", "plain"), WORDS),
    parts={
        "subject.fields": SUBJECT_FIELD,
        "scales": SCALE,
        "phases": PHASE,
        "context": CONTEXT,
        "roles": ROLE,
        "partners": PARTNER,
        "efforts": EFFORT,
        "terms": TERM,
        "moments": MOMENT,
        "carriers": CARRIER,
        "deciders": DECIDER,
        "modalities": MODALITY,
        "bands": BAND,
        "profile": PROFILE,
        "signals": SIGNAL,
        "rules": RULE,
        "lenses": LENS,
    },
    order={
        "factors": ADVICE,
        "modalities": ADVICE,
        "rules": ADVICE,
        "signals": WORDS,
        "phases": WORDS,
        "context": WORDS,
    },
    key="",
)

ENTRY = Kind("entry", {}, added=OPEN, removed=SCORE)
WORDED_LEVEL = Kind("level", LEVEL.fields, added=ASKED, removed=ASKED, key="level")
WORDING = Kind(
    "wording",
    {"question": ASKED, "help": WORDS, "text": ASKED, "counts": ASKED, "least": WORDS},
    added=ASKED,
    removed=ASKED,
    parts={"levels": WORDED_LEVEL},
)
QUESTIONNAIRE = Kind(
    "questionnaire",
    {"perspective": SCORE} | dict.fromkeys(("title", "text", "minutes", "unseen", "after", "sections"), WORDS),
    removed=SCORE,
    parts={"ask": ENTRY, "wording": WORDING},
    order={"ask": WORDS},
)
CLAIM = Kind(
    "claim",
    {"text": WORDS, "section": WORDS, "source": WORDS, "word": WORDS, "kind": ADVICE, "modality": ADVICE},
)
SOURCE = Kind("source", dict.fromkeys(("title", "subtitle", "publisher", "cite", "research", "method"), WORDS))

EXPLAINED = Kind(
    "explained word", dict.fromkeys(("term", "forms", "text", "as_of", "items"), WORDS), added=WORDS, removed=WORDS
)
GLOSSARY = Kind("glossary", {"text": WORDS}, added=WORDS, removed=WORDS, parts={"terms": EXPLAINED}, key="")

ROOTS: tuple[Kind, ...] = (MODEL, FACTOR, INDICATOR, QUESTIONNAIRE, SOURCE, CLAIM, GLOSSARY)
"""The things that are told apart in a whole pack, whatever file they stand in."""
APART = {"schema", "version", "aliases", "id", "path"}
"""Keys that are no difference by themselves: what a file is, the claim that is checked, names, places."""
