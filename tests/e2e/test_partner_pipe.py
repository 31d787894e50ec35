"""A partner answers through a pipe, and stands beside the own answers."""

from __future__ import annotations

import json

PARTNER = "ketenpartner"


def answers_of(pack):
    """A line for each card: by turns all yes, all at once not seen, and one by one; with what is kept of each fact."""
    questionnaire = pack.questionnaire(PARTNER)
    lines, kept = [], {}
    for n, card in enumerate(questionnaire.asks()):
        facts = pack.places[card].observations_in(questionnaire)
        values = {key: True if one.type == "yesno" else one.options[-1].id for key, one in facts.items()}
        last = {key: "1" if one.type == "yesno" else str(len(one.options)) for key, one in facts.items()}
        if n % 3 == 0:
            lines.append(" ".join(f"{m}={last[key]}" for m, key in enumerate(facts, 1)))
        elif n % 3 == 1:
            lines.append("x")
            values = {card: None}
        else:
            lines += [] if len(facts) == 1 else [""]
            lines += ["x", *(last[key] for key in list(facts)[1:])] if len(facts) > 1 else [*last.values()]
            values |= {next(iter(facts)): None} if len(facts) > 1 else {}
        kept |= values
    return lines, kept


def test_a_partner_answers_to_the_end_and_stands_beside_the_own_answers(run, dutch_pack, read, tmp_path):
    lines, kept = answers_of(dutch_pack)
    assert len(kept) > 20
    skipped = [":s"] * len(dutch_pack.model.subject.fields)
    named = ("--name", "Voorbeeldstad", "-q", PARTNER, "--role", "politie")
    done = run("assess", "partner.yaml", *named, stdin="\n".join([*skipped, *lines, "", ""]))
    assert done.code == 0, done.said
    assert "level" not in done.err.casefold()
    found = {key: one for key, one in read(tmp_path / "partner.yaml").answers.items() if key in kept}
    assert {key: one.value for key, one in found.items()} == kept
    assert {(one.state, one.reason) for key, one in found.items() if kept[key] is None} == {("unknown", "role")}

    assert run("assess", "own.yaml", "--name", "Voorbeeldstad", stdin=":q\n").code == 0
    known = {key: value for key, value in kept.items() if value is not None}
    first, *others = known
    given = [f"{key}={'yes' if known[key] is True else known[key]}" for key in others]
    assert run("set", "own.yaml", *given).code == 0
    compared = run("compare", "own.yaml", "partner.yaml", "--format", "json")
    assert compared.code == 0, compared.said
    facts = {one["id"]: one["verdict"] for one in json.loads(compared.out)["partners"][0]["facts"]}
    assert {key for key, verdict in facts.items() if verdict == "alike"} == {*others}
    assert facts[first] == "own_open"
    assert set(facts.values()) == {"alike", "own_open", "unseen"}
