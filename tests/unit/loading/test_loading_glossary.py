"""The glossary of a pack from file to pack."""

from __future__ import annotations

import pytest

from mhscan.errors import InputError
from mhscan.integrity.packs import load_pack

HEAD = "schema: mhscan/glossary@1\nterms:\n"
QUAY = "  - {id: quay, term: quay, forms: [quays], text: Where ships lie.}\n"
WRONG = {
    "nothing": "",
    "no terms": "schema: mhscan/glossary@1\n",
    "an empty list": "schema: mhscan/glossary@1\nterms: []\n",
    "an id with a capital": HEAD + "  - {id: Quay, term: quay, text: Q.}\n",
    "one word twice": HEAD + QUAY + "  - {id: wharf, term: Quay, text: Another.}\n",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_wrong_glossary_keeps_the_pack_from_loading(english_folder, text):
    (english_folder / "factors/glossary.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        load_pack(english_folder)


def test_the_glossary_is_part_of_the_digest_since_it_is_shown_with_the_questions(english_folder):
    before = load_pack(english_folder).sha256
    (english_folder / "factors/glossary.yaml").write_text(HEAD + QUAY, encoding="utf-8")
    pack = load_pack(english_folder)
    assert pack.sha256 != before
    assert [term.id for term in pack.terms] == ["quay"]
