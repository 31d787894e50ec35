"""The base of every part of a view: the line under a field is its description in the JSON Schema."""

from typing import Any, ClassVar

from pydantic import ConfigDict


class Described:
    """Has the texts under its fields taken into the schema."""

    __dataclass_fields__: ClassVar[dict[str, Any]]
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(use_attribute_docstrings=True)
