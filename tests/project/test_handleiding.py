"""The manual says what the tool does: its commands, words, keys and questions exist, its links lead somewhere."""

from __future__ import annotations

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from mhscan import language
from mhscan.answers.model import Assessment, PackRef, Respondent
from mhscan.cli.app import call
from mhscan.errors import UsageError
from mhscan.integrity.packs import load_pack
from mhscan.interview.engine import Interview
from mhscan.interview.keys import commands
from mhscan.loading.shipped import shipped_pack

ROOT = Path(__file__).resolve().parents[2]
MANUAL = ROOT / "docs" / "handleiding"
CHAPTERS = {path.name: path.read_text(encoding="utf-8") for path in sorted(MANUAL.glob("*.md"))}
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HELPDESK = "033 448 11 86"
each_chapter = pytest.mark.parametrize("name", CHAPTERS)


def without_blocks(text: str) -> str:
    return FENCE.sub("", text)


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def shown_commands() -> list[str]:
    """Each command line of the manual: on a line of its own in a block, behind 'Typ dan:', or between backquotes."""
    found = []
    for text in CHAPTERS.values():
        for _kind, block in FENCE.findall(text):
            found += re.findall(r"^(?:.*Typ dan: )?(mhscan(?: .*)?)$", block, re.MULTILINE)
        found += re.findall(r"`(mhscan(?: [^`]*)?)`", without_blocks(text))
    return sorted(set(found))


@pytest.fixture(scope="module")
def pack():
    return load_pack(shipped_pack())


@pytest.fixture(scope="module")
def interviews(pack):
    return {one.id: Interview(pack, one) for one in pack.questionnaires}


# Commands -------------------------------------------------------------------------------------------------------------


def checked(line: str) -> None:
    """Show the help behind a command line, which reads the options before it.

    Raises:
        UsageError: the command or an option does not exist.
    """
    assert call([*shlex.split(line)[1:], "--help"]) == 0


def test_the_manual_shows_commands():
    assert len(shown_commands()) >= 10


@pytest.mark.parametrize("line", shown_commands())
def test_a_command_exists_with_its_options(line, pack, capsys):
    checked(line)
    said = capsys.readouterr().out
    words = shlex.split(line)
    known = {
        "--questionnaire": [one.id for one in pack.questionnaires],
        "--agreed": [role.id for role in pack.model.roles],
        "--factor": [factor.id for factor in pack.factors],
    }
    known |= {option: choices.split("|") for option, choices in re.findall(r"(--[a-z-]+) <([a-z|]+)>", said)}
    for option, value in pairwise(words):
        if option in known:
            assert value in known[option]
    for word in words[1:]:
        if word.endswith("="):
            assert word.rstrip("=") in pack.places


@pytest.mark.parametrize("line", ["mhscan rapport x.yaml", "mhscan report x.yaml --audiance internal"])
def test_a_command_that_does_not_exist_would_be_found(line):
    with pytest.raises(UsageError):
        checked(line)


# Links ----------------------------------------------------------------------------------------------------------------


def anchors(text: str) -> set[str]:
    """The anchors that the headings of a page get on the usual forges."""
    headings = re.findall(r"^#+ (.+)$", without_blocks(text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-") for heading in headings}


@each_chapter
def test_relative_links_resolve(name):
    links = [link for link in LINK.findall(without_blocks(CHAPTERS[name])) if "://" not in link]
    assert links
    for link in links:
        path, _hash, anchor = link.partition("#")
        target = MANUAL / path if path else MANUAL / name
        assert target.is_file(), link
        if anchor:
            assert anchor in anchors(target.read_text(encoding="utf-8")), link


def test_the_index_names_every_chapter():
    assert set(CHAPTERS) - {"README.md"} == {
        link for link in LINK.findall(CHAPTERS["README.md"]) if re.fullmatch(r"\d-[a-z-]+\.md", link)
    }


# Words ----------------------------------------------------------------------------------------------------------------


def without_values(text: str) -> str:
    """A text in which a number and a placeholder are the same."""
    return re.sub(r"\{\w+\}|\d+", "#", flat(text)).casefold()


def strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in strings(one)]
    if isinstance(value, list):
        return [text for one in value for text in strings(one)]
    return [value] if isinstance(value, str) else []


@pytest.fixture(scope="module")
def spoken() -> str:
    """Everything that the tool can say in Dutch, one text a line."""
    with language.speaking("nl"):
        catalogue = language.translations("nl")
    said = [text for text in catalogue._catalog.values() if isinstance(text, str)]
    for folder in ("factors", "questionnaires", "templates"):
        for path in sorted((ROOT / folder).glob("*.yaml")):
            said += strings(yaml.safe_load(path.read_text(encoding="utf-8")))
    return "\n".join(without_values(text) for text in said)


@each_chapter
def test_bold_words_are_words_of_the_tool(name, spoken):
    bold = re.findall(r"\*\*(.+?)\*\*", without_blocks(CHAPTERS[name]), re.DOTALL)
    assert [words for words in bold if without_values(words) not in spoken] == []


def test_all_keys_are_in_the_table(pack, interviews):
    interview = interviews["zelfscan"]
    step = next(step for step in interview.steps if step.kind == "indicator")
    with language.speaking("nl"):
        for key in commands(interview, step):
            assert f"| `{key.letter}` | **{key.label}** |" in CHAPTERS["3-invullen.md"]


def test_questions_on_a_screen_have_the_words_of_the_pack(pack, interviews):
    """A screen with a question shows it as it is now, with all its choices."""
    steps = {flat(step.text): step for interview in interviews.values() for step in interview.steps}
    seen = 0
    for text in CHAPTERS.values():
        for kind, block in FENCE.findall(text):
            screen = flat(block)
            found = [step for question, step in steps.items() if question in screen]
            assert len(found) == len(re.findall(r"Vraag \d+ van \d+\.", screen)), screen
            for step in found:
                assert kind == "text"
                for choice in step.question.choices():
                    assert flat(choice.label) in screen
            seen += len(found)
    assert seen >= 3


def test_the_count_of_questions_is_that_of_the_quick_scan(pack, interviews):
    empty = Assessment(
        schema_="mhscan/assessment@1",
        id="x",
        subject={"name": "Voorbeeldstad"},
        date="2026-05-01",
        pack=PackRef(id=pack.model.id, version=pack.model.version, sha256=pack.sha256),
        questionnaire="quickscan",
        respondent=Respondent(id="x"),
    )
    count = len(interviews["quickscan"].visible(empty))
    assert f"Vraag 1 van {count}. Nog open: {count}." in CHAPTERS["3-invullen.md"]


def test_every_factor_is_named_where_one_factor_is_chosen(pack):
    for factor in pack.factors:
        assert f"`{factor.id}`" in CHAPTERS["3-invullen.md"] or f"--factor {factor.id}" in CHAPTERS["3-invullen.md"]


def test_documents_to_bring_are_the_evidence_of_the_pack(pack, interviews):
    """Per topic; a word of six letters or more of each example is in the list."""
    chapter = CHAPTERS["2-voorbereiden.md"]
    for section in pack.questionnaire("zelfscan").sections:
        assert f"\n### {section.title}\n" in chapter
        listed = chapter.partition(f"\n### {section.title}\n")[2].partition("\n#")[0].casefold()
        for key in section.ask:
            for example in pack.places[key].indicator.evidence if key in pack.places else ():
                words = re.findall(r"\w{6,}", example.casefold())
                assert any(word in listed for word in words), (section.title, example)


def test_the_way_to_the_helpdesk_is_that_of_the_report():
    assert HELPDESK in (ROOT / "factors" / "model.yaml").read_text(encoding="utf-8")
    for name in ("README.md", "5-daarna.md"):
        assert HELPDESK in CHAPTERS[name]
        assert "112" in CHAPTERS[name]


# Plain language -------------------------------------------------------------------------------------------------------


def sentences(text: str) -> list[str]:
    """The sentences of a chapter; a heading, an item and a cell are apart from what stands beside them."""
    text = re.sub(r"\(\S+?\.md\S*\)|[*`]|\[ \]", "", without_blocks(text))
    parts = re.split(r"\n\s*\n|\n(?=\s*(?:[-#|]|\d+\.) ?)|\|", text)
    return [one for part in parts for one in re.split(r"(?<=[.?!:])\s+", flat(part).lstrip("-# ")) if one]


def size(sentence: str) -> int:
    return len(re.findall(r"[\w'+.-]*\w[\w'+.-]*", sentence))


@each_chapter
def test_sentences_are_short(name):
    found = sentences(CHAPTERS[name])
    assert [one for one in found if size(one) > 25] == []
    whole = [size(one) for one in found if one.endswith((".", "?", "!"))]
    assert sum(whole) / len(whole) <= 12


@each_chapter
def test_the_reader_is_addressed_politely(name):
    assert re.findall(r"\b(?:je|jij|jou|jouw|jullie)\b", without_blocks(CHAPTERS[name]), re.IGNORECASE) == []


def test_a_list_of_answers_has_the_words_of_the_pack(pack):
    """Lines such as '12 Title: words of a level', over more than one line where they are long."""
    words = {place.indicator.title: {one.text for one in place.indicator.levels} for place in pack.places.values()}
    seen = 0
    for _kind, block in FENCE.findall(CHAPTERS["3-invullen.md"]):
        for title, said in re.findall(r"^ {2}\d+ ([^:\n]+): ((?:.|\n {5})+)$", block, re.MULTILINE):
            if flat(said) not in ("open", "niet bekend"):
                seen += 1
                assert flat(said) in words[title]
    assert seen >= 2
