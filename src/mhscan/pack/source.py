"""A source and the claims that it makes: one file each in a pack's `factors/sources/`."""

from typing import Literal

from pydantic import Field

from mhscan.base import ClaimId, Id, Seq, Strict, Text


class Claim(Strict):
    """One statement of a source: where it stands, what kind it is, how strongly it is put (`modality`).

    `word` is the word of the source itself for that, such as 'important', where it has one.
    """

    id: ClaimId
    section: Text
    kind: Literal["context", "factor", "example", "pitfall", "relation"]
    modality: Id
    word: str = ""
    text: Text


class Source(Strict):
    """The whole of a source file; `cite` names it in one sentence."""

    schema_: Literal["mhscan/source@1"] = Field(alias="schema")
    id: Id
    title: Text
    subtitle: str = ""
    publisher: Text
    cite: str = ""
    research: str = ""
    method: str = ""
    claims: Seq[Claim] = Field(min_length=1)
