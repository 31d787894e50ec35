"""A blank questionnaire has every question, with room for each kind of answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhscan.pack.pack import Pack
from mhscan.reports.blank import BlankView, blank_view, render_blank

ROOT = Path(__file__).resolve().parents[3]


def view_of(pack: Pack, name: str) -> BlankView:
    questionnaire = pack.questionnaire(name)
    assert questionnaire is not None
    return blank_view(pack, questionnaire)


def test_every_question_is_there_once_and_numbered_in_order(dutch_pack: Pack) -> None:
    view = view_of(dutch_pack, "zelfscan")
    numbers = [question.number for section in view.sections for question in section.questions]
    assert numbers == list(range(1, len(dutch_pack.places) + len(dutch_pack.context) + 1))


def test_a_question_that_depends_on_others_says_so(dutch_pack: Pack) -> None:
    questions = {q.title: q for section in view_of(dutch_pack, "zelfscan").sections for q in section.questions}
    assert questions["Ruimte voor de ambtelijke aanjager"].only_if
    assert questions["Einddatum van het plan"].only_if
    assert not questions["Eén voortrekker"].only_if


def test_a_partner_reads_the_partners_words_and_may_say_that_it_cannot_be_seen(dutch_pack: Pack) -> None:
    view = view_of(dutch_pack, "ketenpartner")
    partner = dutch_pack.questionnaire("ketenpartner")
    assert partner is not None
    texts = [question.text for section in view.sections for question in section.questions]
    assert texts == [partner.wording[key].question for key in partner.asks()]
    assert view.unseen in render_blank(ROOT, "md", view)
    assert view.carriers == ()


@pytest.mark.parametrize("name", ["md", "html"])
def test_every_level_of_every_question_is_printed(dutch_pack: Pack, name: str) -> None:
    text = render_blank(ROOT, name, view_of(dutch_pack, "quickscan"))
    printed = 0
    for key in dutch_pack.questionnaire("quickscan").asks():
        for level in dutch_pack.places[key].indicator.levels if key in dutch_pack.places else ():
            printed += 1
            assert level.text.replace("'", "&#39;" if name == "html" else "'") in text
    assert printed == 60


def test_the_same_pack_gives_the_same_text(dutch_pack: Pack) -> None:
    view = view_of(dutch_pack, "zelfscan")
    assert render_blank(ROOT, "html", view) == render_blank(ROOT, "html", view)
