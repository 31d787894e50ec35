"""Whatever a file holds, reading it gives problems inside it or the data that was written, and never an exception."""

from __future__ import annotations

import copy
import random
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from mhscan.errors import Location
from mhscan.integrity.packs import checked_folder
from mhscan.lint.review import validate
from mhscan.loading.files import read_document
from mhscan.loading.packs import build
from mhscan.loading.yaml_reader import read_yaml

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"
FILES = sorted(str(path.relative_to(TINY)) for path in TINY.rglob("*.yaml"))
TEXTS = {name: (TINY / name).read_text() for name in FILES}

YAML_LIKE = st.text("abno01:-?,[]{}&*!|>'\"%@#~. \n\t\ré\x85\u2028\ufeff😀", max_size=60)
PLAIN = re.compile(r"[a-z][a-z ]*[a-z]")
TRAPS = {"yes", "no", "on", "off", "true", "false", "null"}
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**18) + 1, 10**18)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.from_regex(PLAIN, fullmatch=True)
)
KEYS = st.text(max_size=20) | st.from_regex(r"[a-z]{2,12}", fullmatch=True)
DATA = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=15
)
VALUES: list[Any] = [
    *[None, True, 0, -1, 1.5, 10**18, "", "x", "text", "type", "soil.compost", "context.ground", "["],
    *[[], {}, [[]], [{}], [1], ["a"], {"a": 1}, {"text": 1}, {"type": "text"}, {"all": []}, {"gap": {"high": {}}}],
    *[{"indicator": "soil.compost"}, {"factor": "soil"}, {"count_of": {}}, {"not": {"not": "x"}}],
]


class Dumper(yaml.SafeDumper):
    """Writes a text plain where YAML 1.2 reads it back as that text, and else between quotes; writes no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def is_plain(text: str) -> bool:
    return PLAIN.fullmatch(text) is not None and text not in TRAPS


def as_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if is_plain(text) else '"')


Dumper.add_representer(str, as_text)


def dump(data: object, flow: bool | None = False, indent: int = 2) -> str:
    text = yaml.dump(data, Dumper=Dumper, sort_keys=False, allow_unicode=True, default_flow_style=flow, indent=indent)
    return str(text)


def is_inside(location: Location, text: str) -> bool:
    lines = text.split("\n")
    return 1 <= location.line <= len(lines) and 1 <= location.column <= len(lines[location.line - 1]) + 1


def paths(data: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The way to each value in nested data, from the top."""
    steps = data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
    return [path, *(one for step in steps for one in paths(data[step], (*path, step)))]


def at(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


@given(st.text() | YAML_LIKE)
@example("a: [\x85")
@example("é: 'x\u2028")
@example("- é\x00")
@example("\ufeff\ufeffa")
@settings(max_examples=400)
def test_any_text_gives_data_or_problems_inside_it(text):
    document, problems = read_yaml(text, "f")
    assert document.data is not None or problems
    assert [one for one in problems if not is_inside(one.location, text)] == []


@given(
    st.binary(max_size=80) | st.tuples(YAML_LIKE, st.binary(max_size=3)).map(lambda both: both[0].encode() + both[1])
)
@example(b"\xef\xbb\xbfa: \xff")
@example(b"\xef\xbb")
def test_any_bytes_give_data_or_problems_inside_the_file(tmp_path, raw):
    path = tmp_path / "file.yaml"
    path.write_bytes(raw)
    document, problems = read_document(path)
    text = raw.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    assert document.data is not None or problems
    assert [one for one in problems if not is_inside(one.location, text)] == []


@given(DATA, st.sampled_from([None, True, False]), st.integers(2, 6))
@settings(max_examples=300)
def test_what_is_written_reads_back_the_same(data, flow, indent):
    assume(data is not None)
    document, problems = read_yaml(dump(data, flow, indent), "f")
    assert problems == []
    assert repr(document.data) == repr(data)


@given(DATA.filter(lambda data: isinstance(data, dict | list)), st.sampled_from([None, True, False]))
@settings(max_examples=200)
def test_the_path_to_a_key_leads_to_its_line_and_column(data, flow):
    text = dump(data, flow)
    document, _problems = read_yaml(text, "f")
    for path in paths(data)[1:]:
        place = document.locate(path, at_key=True)
        rest = text.split("\n")[place.line - 1][place.column - 1 :]
        if isinstance(path[-1], str):
            assert rest.startswith(path[-1] if is_plain(path[-1]) else '"')
        assert is_inside(document.locate(path), text)


@given(st.data())
@settings(max_examples=30)
def test_the_order_of_keys_makes_no_difference_to_the_digest(tmp_path_factory, data):
    folder = Path(shutil.copytree(TINY, tmp_path_factory.mktemp("digest") / "pack"))
    before = checked_folder(folder).sha256
    name = data.draw(st.sampled_from(FILES))
    content = read_yaml(TEXTS[name], name)[0].data
    shuffled = dict(data.draw(st.permutations(list(content.items()))))
    (folder / name).write_text(dump(shuffled))
    assert checked_folder(folder).sha256 == before


def change_data(rnd: random.Random, text: str) -> str:
    """The text of a file after a change or two to its data."""
    data = copy.deepcopy(read_yaml(text, "f")[0].data)
    for _turn in range(rnd.choice((1, 1, 2))):
        path = rnd.choice(paths(data)[1:])
        parent, key, other = at(data, path[:-1]), path[-1], copy.deepcopy(at(data, rnd.choice(paths(data))))
        change = rnd.randrange(5)
        if change == 0:
            parent[key] = copy.deepcopy(rnd.choice(VALUES))
        elif change == 1:
            del parent[key]
        elif change == 2:
            parent[key] = other
        elif isinstance(parent, list):
            parent.insert(rnd.randrange(len(parent) + 1), other)
        elif change == 3:
            parent[rnd.choice(("titel", "text", "id", "pattern", "schema", "type"))] = copy.deepcopy(rnd.choice(VALUES))
        else:
            parent[f"{key}x"] = parent.pop(key)
        if not data:
            break
    return dump(data)


def change_text(rnd: random.Random, text: str) -> str:
    """The text of a file after a few changes to its characters and lines."""
    for _turn in range(rnd.choice((1, 1, 3))):
        place = rnd.randrange(len(text))
        lines = text.split("\n")
        one, two = rnd.randrange(len(lines)), rnd.randrange(len(lines))
        change = rnd.randrange(4)
        if change == 0:
            text = text[:place] + text[place + 1 :]
        elif change == 1:
            text = text[:place] + rnd.choice("[]{}:-&*!'\"#,\n\t |>%@~0\x85\u2028é") + text[place:]
        elif change == 2:
            text = "\n".join(lines[:one] + lines[one + 1 :]) or " "
        else:
            lines[one], lines[two] = lines[two], lines[one]
            text = "\n".join(lines)
    return text


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(TINY, tmp_path_factory.mktemp("changed") / "pack"))


@given(name=st.sampled_from(FILES), change=st.sampled_from([change_data, change_text]), seed=st.integers(0, 2**32))
@settings(max_examples=100)
def test_a_pack_that_is_changed_anywhere_can_be_used_or_has_problems_inside_its_files(pack, name, change, seed):
    changed = change(random.Random(seed), TEXTS[name])
    (pack / name).write_text(changed)
    try:
        problems = validate([pack], pack)
        texts = {str(path): path.read_text() for path in pack.rglob("*.*") if path.is_file()}
        assert [one for one in problems if not is_inside(one.location, texts[one.location.file])] == []
        if not problems:
            assert list(build(checked_folder(pack)).places)
    finally:
        (pack / name).write_text(TEXTS[name])
