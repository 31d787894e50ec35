"""`templates/documents.yaml`: which documents a pack can make, and under which headings."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from mhscan.base import Id, Seq, Strict, Text

ANY = "any"
"""Stands for a language where a text is the same in each."""


def _in_any(value: Any) -> Any:
    """A bare text is short for a text that is the same in each language."""
    return {ANY: value} if isinstance(value, str) else value


Spoken = Annotated[
    dict[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], Text],
    Field(min_length=1),
    BeforeValidator(_in_any, json_schema_input_type=str | dict[str, str]),
]
"""A text by language, such as `{nl: Onderwerp, en: Subject}`; or one text for all."""


def spoken_in(words: dict[str, str], language: str) -> str:
    """The text in a language; else that for any language, else the English one, else the first."""
    found = (words[one] for one in (language, ANY, "en") if one in words)
    return next(found, next(iter(words.values())))


class Section(Strict):
    """A part of a document under a heading.

    `id` names the block of the template that fills it. With `text`, these paragraphs stand there instead.
    """

    id: Id
    title: Spoken
    text: Seq[Spoken] = ()


class DocumentEntry(Strict):
    """A document: what it is called, what it is for, which template makes it, and its headings in their order.

    `contents` puts a table of contents before it. `needs` says what it is made of: an assessment, one with scores (that
    of a partner has none), or a questionnaire only. `audience: public` keeps it public, whatever is asked for. With
    `plan` it shows what became of the actions, as the plan of the subject has it. A `draft` has places for somebody to
    fill in before it goes out. `outward` is for readers that do not work with the report. A `proposal` asks somebody to
    decide, so it is not made where too little is known. `ids` has what it is called
    in a pack of a language, where that is not `id`; it goes by all of these, and by its `aliases`. Where there
    is nothing to decide for those to whom it proposes, the document `otherwise` is named instead, if there is one.
    """

    id: Id
    ids: dict[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], Id] = Field(default_factory=dict)
    aliases: Seq[Id] = ()
    title: Spoken
    about: Spoken
    template: str = Field("", pattern=r"^[a-z0-9-]*$")
    needs: Literal["assessment", "scores", "questionnaire"] = "assessment"
    audience: Literal["any", "public"] = "any"
    plan: bool = False
    contents: bool = False
    draft: bool = False
    outward: bool = False
    otherwise: Id | None = None
    proposal: bool = False
    sections: Seq[Section] = ()

    def called(self, language: str) -> str:
        """Its id in a pack of a language."""
        return self.ids.get(language, self.id)

    @property
    def names(self) -> tuple[str, ...]:
        """All that it goes by."""
        return (self.id, *self.ids.values(), *self.aliases)


class Documents(Strict):
    """The whole of `documents.yaml`; `default` names the document that is made where none is asked for.

    `remove` names documents of mhscan, or of the pack, that are not there.
    """

    schema_: Literal["mhscan/documents@1"] = Field(alias="schema")
    default: Id | None = None
    remove: Seq[Id] = ()
    documents: Seq[DocumentEntry] = ()
