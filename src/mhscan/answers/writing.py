"""An `Assessment` to YAML text that reads back to the same assessment."""

from __future__ import annotations

import re
from typing import Any

import yaml

from mhscan.answers.model import Answer, Assessment

HEAD = "# An assessment made with mhscan. See: mhscan schema assessment\n"
# Texts that YAML 1.2, and so our reader, takes for a number where PyYAML does not: they need quotes.
_LIKE_A_NUMBER = re.compile(
    r"([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?0[0-9_]+|0o[0-7]+|0x[0-9a-fA-F]+)$"
)
_Dumper: Any = type("Dumper", (getattr(yaml, "CSafeDumper", yaml.SafeDumper),), {})
_Dumper.add_implicit_resolver("tag:yaml.org,2002:float", _LIKE_A_NUMBER, "+-.0123456789")


def dump(data: object) -> str:
    """Data as YAML that reads back to the same data."""
    return str(yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1000))


def dump_line(key: str, data: object) -> str:
    """A key with its data on one line, in YAML's flow style: easy to read, to compare and to mend."""
    flow = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, default_flow_style=True, width=2**30)
    return f"  {key}: {flow}"


class Writer:
    """Turns an assessment into text; remembers the text of each answer, so that saving one answer costs one answer."""

    def __init__(self) -> None:
        """Nothing is remembered yet."""
        self._texts: dict[str, tuple[Answer, str]] = {}

    def text(self, assessment: Assessment) -> str:
        """The text of an assessment, for its file."""
        head = assessment.model_dump(by_alias=True, exclude_defaults=True, exclude={"answers", "archived"}, mode="json")
        parts = [HEAD, dump({"schema": assessment.schema_, **head})]
        if assessment.answers:
            parts.append("answers:\n")
            parts += [self._answer(key, answer) for key, answer in assessment.answers.items()]
        if assessment.archived:
            kept = {key: one.model_dump(exclude_defaults=True, mode="json") for key, one in assessment.archived.items()}
            parts.append(dump({"archived": kept}))
        return "".join(parts)

    def _answer(self, key: str, answer: Answer) -> str:
        remembered = self._texts.get(key)
        if remembered is not None and remembered[0] is answer:
            return remembered[1]
        text = dump_line(key, answer.model_dump(exclude_defaults=True, mode="json"))
        self._texts[key] = (answer, text)
        return text
