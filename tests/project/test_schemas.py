"""The published schemas explain every key, each file of the shipped pack names its own, and all files fit."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

import jsonschema
import pytest

from mhscan.cli.schema import Name
from mhscan.loading.files import read_document
from mhscan.loading.kinds import kind_of
from mhscan.loading.schema_texts import COMMON, FAMILIES, texts

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = {name: json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text()) for name in get_args(Name)}
NOT_READ = ROOT / "factors" / "scenarios" / "levels"
"""Stories for people who judge the levels: the tests of the content read them, the program does not."""
FILES = sorted(
    file
    for folder in ("factors", "questionnaires", "templates")
    for file in (ROOT / folder).rglob("*.yaml")
    if NOT_READ not in file.parents
)
EDITOR_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")
named = [str(file.relative_to(ROOT)) for file in FILES]


def models(schema):
    """Each model in a schema by its name, with its keys."""
    found = {schema["title"]: schema, **schema.get("$defs", {})}
    return {name: one["properties"] for name, one in found.items() if "properties" in one}


def test_there_are_schemas_and_files_to_look_at():
    assert len(SCHEMAS) >= 7
    assert len(FILES) >= 30


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_of_a_schema_has_a_description(name):
    found = models(SCHEMAS[name])
    assert found
    bare = [
        f"{model}.{key}" for model, keys in found.items() for key, one in keys.items() if not one.get("description")
    ]
    assert bare == [], "add them to src/mhscan/loading/descriptions.toml"


def test_every_description_is_of_a_key_that_exists():
    known: dict[str, set[str]] = {}
    for schema in SCHEMAS.values():
        for model, keys in models(schema).items():
            for table in (model, FAMILIES.get(model, model), COMMON):
                known.setdefault(table, set()).update(keys)
    unused = [f"{model}.{key}" for model, table in texts().items() for key in table if key not in known.get(model, ())]
    assert unused == []


def test_what_has_a_fixed_list_of_values_can_be_completed():
    action = SCHEMAS["factor"]["$defs"]["Aspect"]["properties"]
    assert action["combine"]["enum"] == ["mean", "best"]
    assert SCHEMAS["model"]["$defs"]["Aggregate"]["properties"]["mean"]["enum"] == [
        "arithmetic",
        "geometric",
        "minimum",
    ]
    assert SCHEMAS["factor"]["properties"]["schema"]["const"] == "mhscan/factor@1"


@pytest.mark.parametrize("file", FILES, ids=named)
def test_a_file_of_the_shipped_pack_names_its_own_schema_and_fits_it(file):
    document, problems = read_document(file)
    assert problems == []
    line = EDITOR_LINE.fullmatch(file.read_text(encoding="utf-8").split("\n")[0])
    assert line, "the first line does not point an editor to a schema"
    schema = (file.parent / line[1]).resolve()
    kind = kind_of(document).removeprefix("mhscan/").removesuffix("@1")
    assert schema == ROOT / "schemas" / f"{kind}.schema.json"
    jsonschema.Draft202012Validator(SCHEMAS[kind]).validate(document.data)
