"""The model: all that holds a pack together and that belongs to no single factor."""

from typing import Annotated, Literal

from pydantic import Field

from mhscan.base import (
    VERSION_PATTERN,
    Days,
    Id,
    Number,
    SearchPattern,
    Seq,
    SourcedText,
    Strict,
    Text,
    Weight,
    Whole,
)
from mhscan.pack.report_texts import Lens, ReportTexts
from mhscan.pack.rule import Advice, Rule
from mhscan.pack.signal import Signal
from mhscan.questions.registry import Question

Version = Annotated[str, Field(pattern=VERSION_PATTERN)]
Score = Annotated[Number, Field(ge=0, le=100)]
Share = Annotated[Number, Field(ge=0, le=1)]


class Named(Strict):
    """Something that the pack names, with the label that people see."""

    id: Id
    label: Text


class Subject(Strict):
    """Whom an assessment is about, such as a municipality, and what is asked about it first."""

    singular: Text
    plural: Text
    name: Text
    fields: Seq[Question] = ()


class ScaleLevel(Strict):
    """A level of a scale with its score, 0-100."""

    level: Whole
    label: Text
    score: Score


class Scale(Strict):
    """A scale: what its levels are called and what they are worth; perhaps what is low and enough on this scale."""

    meaning: str = ""
    low: int | None = None
    enough: int | None = None
    levels: Seq[ScaleLevel] = Field(min_length=2)

    def score(self, level: int) -> Number:
        """What a level is worth, 0-100."""
        return next(one.score for one in self.levels if one.level == level)

    def label(self, level: int) -> str:
        """What a level is called."""
        return next(one.label for one in self.levels if one.level == level)


class Phase(Strict):
    """A group of factors that gets a score of its own."""

    id: Id
    title: Text
    text: SourcedText | None = None
    weight: Weight = 1


class Role(Named):
    """Who may answer, own an action or agree; `perspectives` tells whose view it can be."""

    perspectives: Seq[Literal["own", "partner"]] = ("own",)


class Weighted(Named):
    """A size of effort: `size` orders them, the smallest first."""

    size: Number


class Duration(Named):
    """A term: `size` is its length in days."""

    size: Days


class Carrier(Named):
    """Somebody else who carries what an indicator asks for, such as a region; `ask` asks for the arrangement."""

    ask: Text


class Modality(Named):
    """How strongly a source puts a claim: a label, the sentence that reports use, and what a rule resting on it is."""

    phrase: Text
    severity: Literal["warning", "notice"]


class Moment(Named):
    """A fixed moment of the year that actions are bound to; `date` names the context question that holds its date.

    `otherwise` is the moment that is the way back for whoever misses this one. `name` is what it is called in a
    sentence, where that is not its label.
    """

    name: Text | None = None
    date: str | None = Field(None, pattern=r"^context\.[a-z0-9-]+$")
    otherwise: Id | None = None


class Decider(Named):
    """Who can decide on an action; each of `documents` proposes to them, and takes only what they decide."""

    documents: Seq[Id] = ()


class Aggregate(Strict):
    """How scores are made: what counts equally, which mean, and whether there is a total.

    Over nested parts each part of a part counts by its weight: aspects in factors, factors in phases. Over aspects or
    over indicators, all of them in a phase count by their own weight, whatever factor they stand in.
    """

    over: Literal["nested", "aspects", "indicators"] = "nested"
    mean: Literal["arithmetic", "geometric", "minimum"] = "arithmetic"
    total: bool = False


class Coverage(Strict):
    """From which share of answers (0-1) a score is shown, and up to which share 'does not apply' raises no question."""

    minimum: Share
    not_applicable_at_most: Share = 1


class Robustness(Strict):
    """How steadiness is tried: so many draws of weights, each up to a share `spread` lighter or heavier than its own.

    The draws begin at `seed`, so they are the same each time. A picture is firm if at least the share `firm` (0-1) of
    the draws leaves it as it is.
    """

    draws: int = Field(1000, ge=100, le=100000)
    spread: float = Field(0.5, gt=0, lt=1)
    seed: Whole = 1
    firm: Share = 0.9


class Band(Strict):
    """A band of scores, from `from` (included) to the next band."""

    id: Id
    label: Text
    from_: Score = Field(alias="from")
    text: str = ""


class ProfileField(Strict):
    """One of the fields between the two axes."""

    id: Id
    x: Literal["low", "high"]
    y: Literal["low", "high"]
    label: Text
    text: Text


class Profile(Strict):
    """Two phases as axes, split into fields; no field is named within `margin` points of the split."""

    x: Id
    y: Id
    split: Score
    margin: Score = 0
    note: str = ""
    fields: Seq[ProfileField]


class Privacy(Strict):
    """What a public version does not show: counts below `small_number`; `free_text` warns whoever writes a text."""

    small_number: Whole = Field(5, ge=0)
    free_text: Text


class Avoided(Strict):
    """A wording that a pack avoids: the form that it has, why to avoid it, and an example of what to write instead.

    The form is looked for in each sentence, in capitals and small letters alike.
    """

    pattern: SearchPattern
    why: Text
    instead: Text


class Plain(Strict):
    """What plain language is in this pack; `mhscan validate` holds its texts against it.

    Words: at most `longest` in a sentence, at most `mean` on average in a file. Most sentences have at most `commas`
    commas. `vague` words do not stand in questions and levels. `passive` has the forms of a sentence that names who
    acts, yet turns it round. `abbreviations` may stand without an explanation. `hard` words stand in the glossary.
    A help has at most `help` sentences. `avoid` has wordings that no text has.
    """

    longest: int = Field(gt=0)
    mean: Number = Field(gt=0)
    commas: int = Field(ge=0)
    vague: Seq[Text] = ()
    passive: Seq[SearchPattern] = ()
    abbreviations: Seq[Text] = ()
    hard: Seq[Text] = ()
    help: int | None = Field(None, gt=0)
    avoid: Seq[Avoided] = ()


class Model(Strict):
    """The whole of `model.yaml`."""

    schema_: Literal["mhscan/model@1"] = Field(alias="schema")
    id: Id
    version: Version
    requires: str = ""
    title: Text
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
    subject: Subject
    scales: dict[Id, Scale] = Field(min_length=1)
    phases: Seq[Phase] = ()
    factors: Seq[Id] = Field(min_length=1)
    context: Seq[Question] = ()
    roles: Seq[Role] = ()
    partners: Seq[Named] = ()
    efforts: Seq[Weighted] = ()
    terms: Seq[Duration] = ()
    moments: Seq[Moment] = ()
    carriers: Seq[Carrier] = ()
    deciders: Seq[Decider] = ()
    modalities: Seq[Modality] = ()
    # Made without a check, which pydantic would have to build at every start.
    aggregate: Aggregate = Aggregate.model_construct()
    coverage: Coverage
    robustness: Robustness = Robustness.model_construct()
    bands: Seq[Band] = Field(min_length=1)
    profile: Profile | None = None
    signals: Seq[Signal] = ()
    rules: Seq[Rule] = ()
    advice: Advice
    privacy: Privacy
    introduction: Seq[SourcedText] = ()
    limits: Seq[SourcedText] = ()
    report: ReportTexts = ReportTexts.model_construct()
    lenses: Seq[Lens] = ()
    plain: Plain | None = None
