"""The base of every part of a view, how a view is written as JSON, and the schema of that."""

import dataclasses
from typing import Any, ClassVar

from pydantic import ConfigDict

from mhscan.text import as_json


class Described:
    """Has the texts under its fields taken into the schema."""

    __dataclass_fields__: ClassVar[dict[str, Any]]
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(use_attribute_docstrings=True)


def view_json(view: Any) -> str:
    """A frozen dataclass as JSON text; its keys stand in the order of the fields."""
    return as_json(dataclasses.asdict(view))


def view_schema(shape: type) -> dict[str, Any]:
    """The JSON Schema of what `view_json` writes for a dataclass."""
    from pydantic import TypeAdapter  # noqa: PLC0415  no other command needs it

    return TypeAdapter(shape).json_schema(mode="serialization")
