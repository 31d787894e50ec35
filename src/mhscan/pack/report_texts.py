"""What a pack itself says in a report, and in which other groupings a report shows its indicators."""

from pydantic import Field

from mhscan.base import FullId, Id, Seq, SourcedText, Strict, Text


class Notice(Strict):
    """A text with a title that every report carries; with `makers` only where those who work with it read it."""

    title: Text
    text: SourcedText
    makers: bool = False


class ReportTexts(Strict):
    """The pack's own texts in a report: the decision that is asked, and notices at the top and the end.

    `meaning` says what 0 and 100 mean; `owners` what to do where nobody has the role that starts an action.
    """

    decision: Seq[Text] = ()
    meaning: Text | None = None
    owners: Text | None = None
    top: Seq[Notice] = ()
    end: Seq[Notice] = ()


class LensGroup(Strict):
    """A group of indicators in a lens; `not_covered` names what belongs to the group and is not asked at all."""

    id: Id
    title: Text
    indicators: Seq[FullId] = ()
    not_covered: Seq[Text] = ()


class Lens(Strict):
    """Another grouping of the same indicators, with scores made in the same way; `text` says whose grouping it is."""

    id: Id
    title: Text
    text: SourcedText
    groups: Seq[LensGroup] = Field(min_length=1)
