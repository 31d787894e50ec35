"""Slips of authors, one at a time in a pack that is right: each is said once, at its own line, under its code.

In the new text `¦` stands before what is wrong; it is not written. The pack is the one under all examples.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from mhscan import language
from mhscan.errors import Problem
from mhscan.lint.code_filter import CodeFilter
from mhscan.lint.review import review
from mhscan.lint.settings import read_settings

BASE = Path(__file__).resolve().parents[2] / "cases" / "checks" / "base"
MODEL, SOIL, FULL, BOOK = (
    "factors/model.yaml",
    "factors/soil.yaml",
    "questionnaires/full.yaml",
    "factors/sources/book.yaml",
)
TITLE, SCALE = "    title: Compost\n", "    scale: steps\n    title: Compost\n"
NONE = "      - {level: 0, text: There is none.}\n"
HEAP = "      - {level: 1, text: A heap lies somewhere.}\n"
MONTH = "      - {level: 2, text: Somebody turns the heap each month.}\n"
ASK = "ask: [context.ground, soil.compost, soil.barrel]\n"
FIRST = "    aspect: care\n    scale: steps\n    title: Compost"
TERM = "owner: gardener\n        effort: light\n        term: season\n        requires"
GROUND = "applies_if: {context: ground, is: sand}"
WHEN = "        - {context: ground, is: sand}\n        - {indicator: soil.barrel, at_most: 0}\n"
BANDS = "  - {id: low, label: Low, from: 0}\n  - {id: high, label: High, from: 60}\n"
LEVELS = "      - {level: 1, label: Begun, score: 50}\n      - {level: 2, label: Habit, score: 100}\n"
LIBRARY = re.compile(r"\^\[|Value error|while (scanning|parsing)|could not find|did not find|subpattern|' or '")

SLIPS = {
    # how the lines are written
    "a tab": ("MH016", SOIL, TITLE, "¦\ttitle: Compost\n"),
    "a tab behind spaces": ("MH016", SOIL, TITLE, "  ¦\ttitle: Compost\n"),
    "no colon": ("MH004", SOIL, TITLE, "    ¦title Compost\n"),
    "no colon at the first key": ("MH004", MODEL, "  singular: garden", "  ¦singular garden"),
    "no colon at the end": ("MH004", MODEL, "language: en\n", "¦language en\n"),
    "an equals sign": ("MH004", MODEL, "language: en\n", "¦language = en\n"),
    "no space": ("MH004", SOIL, TITLE, "    title¦:Compost\n"),
    "a colon in a text": ("MH004", SOIL, TITLE, "    title: Compost¦: a heap\n"),
    "a colon in a text in braces": ("MH004", SOIL, NONE, "      - {level: 0, text: None¦: nothing}\n"),
    "no comma in braces": ("MH004", SOIL, NONE, "      - {level: 0 text¦: There is none.}\n"),
    "an open quote": ("MH004", SOIL, NONE, '      - {level: 0, text: ¦"There is none.}\n'),
    "an open quote in a block": ("MH004", SOIL, TITLE, "    title: ¦'Compost\n"),
    "an open quote at a key": ("MH004", SOIL, TITLE, '    ¦"title: Compost\n'),
    "an apostrophe": ("MH004", SOIL, TITLE, "    title: ¦'t Compost\n"),
    "two apostrophes": ("MH004", SOIL, TITLE, "    title: 's Compost in ¦'t zand\n".replace("in ¦'t", "in '¦t")),
    "an open brace": ("MH004", SOIL, NONE, "      - ¦{level: 0, text: There is none.\n"),
    "an open bracket": ("MH004", FULL, ASK, "ask: ¦[context.ground, soil.compost\n"),
    "the wrong bracket": ("MH004", MODEL, "{id: plan, title: Planning}", "{id: plan, title: Planning¦]"),
    "a key too far to the left": ("MH004", SOIL, FIRST, "   ¦aspect: care\n    scale: steps\n    title: Compost"),
    "a key too far to the right": ("MH004", SOIL, TITLE, "      ¦title: Compost\n"),
    "a dash without a space": ("MH004", SOIL, "  - id: barrel", "  ¦-id: barrel"),
    "a dash at the margin": ("MH004", SOIL, "  - id: barrel", "¦- id: barrel"),
    "a comma behind a quote": ("MH004", MODEL, "version: 1.0.0", '"version": "1.0.0"¦,'),
    "a comma behind a name": ("MH104", SOIL, SCALE, "    scale: ¦steps,\n    title: Compost\n"),
    "a percent sign": ("MH004", SOIL, TITLE, "    title: ¦%Compost\n"),
    "an at sign": ("MH004", SOIL, TITLE, "    title: ¦@Compost\n"),
    "a backtick": ("MH004", SOIL, TITLE, "    title: ¦`Compost`\n"),
    "stars around a text": ("MH004", SOIL, TITLE, "    title: ¦**Compost** heap\n"),
    "one star": ("MH006", SOIL, TITLE, "    title: ¦*Compost\n"),
    "an ampersand": ("MH006", SOIL, TITLE, "    title: ¦&Compost heap\n"),
    "an exclamation mark": ("MH006", SOIL, TITLE, "    title: ¦!Compost heap\n"),
    "a greater than sign": ("MH004", SOIL, TITLE, "    title: ¦>50 heaps\n"),
    "square brackets before a text": ("MH004", SOIL, TITLE, "    title: ¦[draft] Compost\n"),
    "square brackets around a text": ("MH103", SOIL, TITLE, "    title: ¦[Compost]\n"),
    "braces around a text": ("MH103", SOIL, TITLE, "    title: ¦{Compost}\n"),
    "words behind a quote": ("MH004", SOIL, TITLE, '    title: "Compost" ¦heap\n'),
    "a backslash": ("MH004", SOIL, TITLE, '    title: "C:¦\\garden"\n'),
    "a comment that cuts off braces": ("MH004", SOIL, NONE, "      - {level: 0, text: See ¦#12}\n"),
    "an unfinished merge": (
        "MH004",
        MODEL,
        "version: 1.0.0\n",
        "¦<<<<<<< HEAD\nversion: 1.0.1\n=======\nversion: 1.1.0\n>>>>>>> x\n",
    ),
    "a mark of a merge": ("MH004", MODEL, "version: 1.0.0\n", "version: 1.0.0\n¦>>>>>>> x\n"),
    "a merge in a list in brackets": (
        "MH004",
        FULL,
        "ask: [context",
        "ask: [\n¦<<<<<<< a\n=======\n>>>>>>> b\n context",
    ),
    "curly quotes with a colon": ("MH004", SOIL, TITLE, "    title: ¦“Compost: a heap”\n"),
    "curly quotes": ("MH523", SOIL, TITLE, "    title: ¦“Compost”\n"),
    "low quotes": ("MH523", SOIL, TITLE, "    title: ¦„Compost”\n"),
    "a text cut off": ("MH522", SOIL, TITLE, "    title: Compost ¦#1\n"),
    "a value that is a comment": ("MH103", SOIL, TITLE, "    title:¦ #1 of the garden\n"),
    "two documents": ("MH009", SOIL, "aspects:\n", "¦---\naspects:\n"),
    "a key twice": ("MH002", SOIL, TITLE, TITLE + "    ¦title: The heap\n"),
    "an entry without its first line": ("MH002", SOIL, "  - id: barrel\n    aspect", "    ¦aspect"),
    "lines taken over": ("MH006", SOIL, TITLE, TITLE + "    ¦<<: *common\n"),
    # what nobody sees
    "a no-break space behind a colon": ("MH004", SOIL, TITLE, "    title:¦\u00a0Compost\n"),
    "a no-break space before a key": ("MH102", SOIL, TITLE, "    ¦\u00a0title: Compost\n"),
    "a no-break space in the indent": ("MH004", SOIL, TITLE, "   ¦\u00a0title: Compost\n"),
    "a zero-width space in a key": ("MH102", SOIL, TITLE, "    ti¦\u200btle: Compost\n"),
    "a zero-width space in an id": ("MH104", MODEL, "factors: [soil]", "factors: [so¦\u200bil]"),
    "a zero-width space in a text": ("MH521", SOIL, TITLE, "    title: Com¦\u200bpost\n"),
    "a Cyrillic letter in an id": (
        "MH104",
        SOIL,
        TERM,
        "owner: g¦\u0430rdener\n        effort: light\n        term: season\n        requires",
    ),
    "a Greek letter in an option": ("MH205", SOIL, GROUND, "applies_if: {context: ground, is: s¦\u03b1nd}"),
    "a Cyrillic letter in a text": ("MH521", SOIL, TITLE, "    title: C¦\u043empost\n"),
    "a bell": ("MH521", SOIL, TITLE, '    title: ¦"Com\\apost"\n'),
    "only spaces": ("MH104", SOIL, TITLE, "    title: ¦'   '\n"),
    # keys
    "a typo in a needed key": ("MH102", SOIL, TITLE, "    ¦titel: Compost\n"),
    "a capital in a key": ("MH102", SOIL, TITLE, "    ¦Title: Compost\n"),
    "a key in another language": ("MH102", SOIL, "    question: Is there compost?", "    ¦vraag: Is there compost?"),
    "a key in the singular": ("MH102", SOIL, "aspects:\n", "¦aspect:\n"),
    "a typo at the top": ("MH102", MODEL, "context:\n", "¦contxt:\n"),
    "no key": (
        "MH101",
        SOIL,
        "  - id: compost\n    aspect: care\n    scale: steps\n    title: Compost\n",
        "  - ¦id: compost\n    aspect: care\n    scale: steps\n",
    ),
    "no schema": ("MH105", SOIL, "schema: mhscan/factor@1\nid: soil", "¦id: soil"),
    "no space in braces": ("MH102", SOIL, NONE, "      - {¦level:0, text: There is none.}\n"),
    "no colon in braces": ("MH102", SOIL, NONE, "      - {¦level 0, text: There is none.}\n"),
    "a comma in a text in braces": ("MH102", MODEL, "{id: clay, text: Clay}", "{id: clay, text: Clay, ¦loam}"),
    # values
    "nothing": ("MH103", SOIL, TITLE, "    title:¦\n"),
    "a comma in a number": ("MH103", SOIL, SCALE, "    scale: steps\n    weight: ¦2,5\n    title: Compost\n"),
    "a comma in a number in braces": ("MH102", MODEL, "{minimum: 0.5}", "{minimum: ¦0,5}"),
    "a percentage": ("MH103", MODEL, "{minimum: 0.5}", "{minimum: ¦50%}"),
    "a number out of bounds": ("MH104", MODEL, "{minimum: 0.5}", "{minimum: ¦50}"),
    "no number": ("MH103", MODEL, "{minimum: 0.5}", "{minimum: ¦.nan}"),
    "a number with words": ("MH103", FULL, "minutes: 10", "minutes: ¦10 minutes"),
    "a number in quotes": ("MH103", SOIL, NONE, '      - {level: ¦"0", text: There is none.}\n'),
    "a short version": ("MH103", MODEL, "version: 1.0.0", "version: ¦1.10"),
    "yes": ("MH007", SOIL, GROUND, "applies_if: {context: ground, is: ¦yes}"),
    "a leading zero where a number is meant": ("MH007", FULL, "minutes: 10", "minutes: ¦010"),
    "a text for a list": ("MH103", SOIL, "steps: [Take a fork.]", "steps: ¦Take a fork."),
    "a dash without a space in a list": ("MH103", SOIL, "steps: [Take a fork.]", "steps:\n          ¦-Take a fork."),
    "an unknown word": ("MH104", BOOK, "section: One, kind: factor", "section: One, kind: ¦fact"),
    "a pattern that cannot be read": ("MH104", MODEL, "passive: ['\\bis", "passive: [¦'\\b(is"),
    "a language in full": ("MH104", MODEL, "language: en", "language: ¦english"),
    "a capital in an id": ("MH104", SOIL, "  - id: compost\n", "  - id: ¦Compost\n"),
    "an underscore in an id": ("MH104", SOIL, "- id: turn-heap", "- id: ¦turn_heap"),
    "a title for an id": ("MH104", SOIL, FIRST, "    aspect: ¦The care\n    scale: steps\n    title: Compost"),
    "an id without its factor": (
        "MH104",
        MODEL,
        "remedies: [{indicator: soil.barrel}]",
        "remedies: [{indicator: ¦barrel}]",
    ),
    "a prefix too many": ("MH104", SOIL, GROUND, "applies_if: {context: ¦context.ground, is: sand}"),
    "a prefix too few": ("MH104", FULL, "[context.ground,", "[¦ground,"),
    "a condition in words": ("MH103", SOIL, GROUND, 'applies_if: ¦"ground == sand"'),
    "and for all": ("MH104", MODEL, "      all:\n        - {context", "      ¦and:\n        - {context"),
    # names
    "a factor that has no file": ("MH201", MODEL, "factors: [soil]", "factors: [¦ground]"),
    "an unknown claim": ("MH206", SOIL, "    sources: [BK-2]\n    actions", "    sources: [¦BK-9]\n    actions"),
    "an unknown phase": ("MH207", SOIL, "phase: plan", "phase: ¦plam"),
    "an unknown modality": ("MH207", BOOK, "modality: must, text: A", "modality: ¦should, text: A"),
    "an unknown indicator in a questionnaire": ("MH203", FULL, "soil.barrel]", "¦soil.barel]"),
    # copies
    "a copied indicator": ("MH202", SOIL, "  - id: barrel\n", "  - id: ¦compost\n"),
    "a copied band": ("MH202", MODEL, BANDS, BANDS + "  - {id: ¦high, label: High, from: 60}\n"),
    "a copied level": ("MH401", SOIL, HEAP, HEAP + "      - ¦{level: 1, text: A heap lies somewhere.}\n"),
    "a copied level of a scale": ("MH409", MODEL, LEVELS, LEVELS + "      - {level: ¦2, label: Habit, score: 100}\n"),
    "a factor twice": ("MH202", MODEL, "factors: [soil]", "factors: [soil, ¦soil]"),
    "a question twice": ("MH202", FULL, "soil.barrel]", "soil.barrel, ¦soil.compost]"),
    # levels, bands and conditions
    "a level missing": (
        "MH401",
        SOIL,
        HEAP + MONTH,
        "      - ¦{level: 2, text: Somebody turns the heap each month.}\n",
    ),
    "a level too many": ("MH401", SOIL, MONTH, "      - ¦{level: 5, text: More.}\n" + MONTH),
    "a wrong level in a scale": ("MH401", MODEL, LEVELS, LEVELS.replace("{level: 2", "¦{level: 7")),
    "a score that falls": ("MH406", MODEL, LEVELS, LEVELS.replace("score: 100", "score: ¦20")),
    "a band out of order": ("MH402", MODEL, BANDS, BANDS.replace("from: 60", "from: ¦0")),
    "a limit off the scale": (
        "MH304",
        MODEL,
        "{indicator: soil.barrel, at_most: 0}",
        "{indicator: soil.barrel, at_least: ¦5}",
    ),
    "a truth in quotes": ("MH205", SOIL, GROUND, 'applies_if: {context: ground, is: ¦"true"}'),
    "two parts that exclude each other": (
        "MH306",
        MODEL,
        WHEN,
        WHEN + "        - ¦{indicator: soil.barrel, at_least: 2}\n",
    ),
    "an answer asked twice": ("MH311", SOIL, GROUND, "applies_if: {context: ground, is: sand, state: ¦answered}"),
    "a question on itself": ("MH301", SOIL, GROUND, "applies_if: ¦{indicator: soil.barrel, at_least: 1}"),
    # settings
    "a typo in a setting": ("MH014", "mhscan.toml", "", '¦ingore = ["MH516"]\n'),
    "a setting without quotes": ("MH015", "mhscan.toml", "", "ignore = [¦MH516]\n"),
    "a setting with a colon": ("MH015", "mhscan.toml", "", '¦ignore: ["MH516"]\n'),
    "a setting in curly quotes": ("MH015", "mhscan.toml", "", "ignore = [¦“MH516”]\n"),
    "an open quote in a setting": ("MH015", "mhscan.toml", "", 'ignore = [¦"MH516]\n'),
    "yes in a setting": ("MH015", "mhscan.toml", "", "strict = ¦yes\n"),
}
RIGHT = {
    "Windows line ends": lambda raw: raw.replace(b"\n", b"\r\n"),
    "a byte order mark": lambda raw: b"\xef\xbb\xbf" + raw,
    "a comma at the end in braces": lambda raw: raw.replace(b"none.}", b"none.,}"),
    "a picture": lambda raw: raw.replace(b"title: Compost", "title: Compost 🎉".encode()),
    "markup": lambda raw: raw.replace(b"title: Compost", b"title: <b>Compost</b>"),
    "a comment": lambda raw: raw.replace(b"title: Compost", b"title: Compost  # the heap\n    #and more"),
    "an accent": lambda raw: raw.replace(b"title: Compost", "title: Compôst in 5\u00a0m²".encode()),
    "an apostrophe inside": lambda raw: raw.replace(b"title: Compost", b"title: The garden's compost"),
    "a word in another script": lambda raw: raw.replace(b"title: Compost", "title: Compost (компост)".encode()),
}


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the pack, in which we are."""
    folder = Path(shutil.copytree(BASE, tmp_path / "pack"))
    (folder / ".git").mkdir()
    monkeypatch.chdir(folder)
    return folder


def found() -> list[Problem]:
    choice, more = read_settings(Path())
    return list(review([Path()], Path(), choice, more).problems)


def made(file: str, old: str, new: str) -> list[str]:
    """Makes a slip, and gives the place of its mark as FILE:LINE:COLUMN."""
    text = Path(file).read_text(encoding="utf-8") if Path(file).exists() else ""
    assert not old or text.count(old) >= 1, old
    before, after = (text.replace(old, new, 1) if old else new).split("¦")
    Path(file).write_text(before + after, encoding="utf-8")
    return [f"{file}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"]


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_said_once_at_its_place_under_its_code(pack: Path, name: str) -> None:
    code, file, old, new = SLIPS[name]
    places = made(file, old, new)
    problems = found()
    assert [one.code for one in problems] == [code], problems
    assert [str(one.location) for one in problems] == places, problems
    assert not LIBRARY.search(problems[0].message + problems[0].hint), problems


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_left_alone(pack: Path, name: str) -> None:
    path = pack / SOIL
    path.write_bytes(RIGHT[name](path.read_bytes()))
    assert found() == []


def test_a_copy_of_a_file_is_the_copy(pack: Path) -> None:
    for file, copy in (
        (SOIL, "factors/soil (2).yaml"),
        (FULL, "questionnaires/copy of full.yaml"),
        (BOOK, "factors/sources/a-book.yaml"),
    ):
        shutil.copy(file, copy)
        assert [(one.code, one.location.file) for one in found()] == [("MH202", copy)]
        Path(copy).unlink()


def test_all_keys_that_a_file_lacks_are_said_at_once(pack: Path) -> None:
    (pack / MODEL).write_text("schema: mhscan/model@1\nid: x\n")
    keys = re.findall(r"'(\w+)'", " ".join(one.message for one in found() if one.code == "MH101"))
    assert keys == sorted(keys)
    assert {"version", "title", "language", "subject", "scales", "factors", "coverage", "bands"} <= set(keys)


def test_the_same_thing_at_many_places_is_one_problem_with_its_places(pack: Path) -> None:
    text = (pack / SOIL).read_text()
    (pack / SOIL).write_text(text.replace("text: ", "text: !!str "))
    (problem,) = found()
    assert (problem.code, len(problem.related)) == ("MH006", text.count("text: ") - 1)


def test_many_ids_that_stand_twice_in_a_list_are_one_problem(pack: Path) -> None:
    ask = "[context.ground, soil.compost, soil.barrel]"
    text = (pack / FULL).read_text()
    (pack / FULL).write_text(text.replace(ask, ask) + f"  - title: Again\n    ask: {ask}\n")
    (problem,) = found()
    assert (problem.code, problem.location.line) == ("MH202", 9)


def test_a_profile_in_a_model_without_phases_is_one_problem(pack: Path) -> None:
    made(SOIL, "phase: plan\n", "¦")
    places = made(
        MODEL, "phases:\n  - {id: plan, title: Planning}\n", "¦profile: {x: a, y: b, split: 50, fields: []}\n"
    )
    assert [(one.code, str(one.location)) for one in found()] == [("MH207", places[0])]


HINTS = {
    "a comma in a number in braces": "0.5",
    "a comma in a number": "2.5",
    "a percentage": "0.5",
    "a number with words": "10",
    "a short version": "1.10.0",
    "a title for an id": "'the-care'",
    "an id without its factor": "'soil.barrel'",
    "a prefix too many": "'ground'",
    "a prefix too few": "'context.ground'",
    "a capital in an id": "'compost'",
    "a language in full": "'en'",
    "yes": "true",
    "and for all": "'all'",
    "a limit off the scale": "0, 1, 2",
    "an apostrophe": '"\'t Compost"',
    "a key in another language": "'question'",
    "two parts that exclude each other": "{indicator: soil.barrel, at_most: 0}",
}


@pytest.mark.parametrize("name", HINTS)
@pytest.mark.parametrize("spoken", ["nl", "en"])
def test_a_hint_fits_the_value_at_hand(pack: Path, name: str, spoken: str) -> None:
    language.use(spoken)
    _code, file, old, new = SLIPS[name]
    made(file, old, new)
    assert HINTS[name] in found()[0].hint


def test_a_choice_is_not_needed_to_see_a_slip(pack: Path) -> None:
    made(SOIL, TITLE, "    ¦titel: Compost\n")
    assert [one.code for one in review([Path()], Path(), CodeFilter(select=("MH5",))).problems] == ["MH102"]
