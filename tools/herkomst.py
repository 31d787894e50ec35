"""Write `docs/herkomst.md`: for each question, rule and action the claims of the source that it rests on; or check it.

Usage: python tools/herkomst.py update|check
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from mhscan import language
from mhscan.integrity.packs import load_pack
from mhscan.pack.pack import Pack, Place

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "herkomst.md"
OURS = "van de scan zelf"
HEAD = """# Herkomst

Deze pagina is gemaakt uit het pakket, met `make herkomst`. Zij laat van elke vraag, waarschuwing en actie zien op welke
uitspraken van de bron zij rust. Bij elke uitspraak staan het kopje in de bron en hoe sterk de bron het zegt. Waar geen
uitspraak staat, is de tekst van de scan zelf. Ook tijdvakken, grenzen tussen niveaus, klassen en de volgorde van advies
zijn van de scan.
"""


def page(pack: Pack) -> str:
    """The whole page."""
    with language.speaking(pack.model.language):
        return (
            "\n".join([HEAD, *_sources(pack), *_indicators(pack), *_rules(pack), *_model(pack), *_claims(pack)]) + "\n"
        )


def _refs(pack: Pack, ids: tuple[str, ...]) -> str:
    """Claims with their section and modality."""
    found = [pack.claims[one] for one in dict.fromkeys(ids)]
    said = [f"{one.id} ({one.section}; {one.word or pack.modalities[one.modality].label})" for one in found]
    return "; ".join(said) or OURS


def _only_example(pack: Pack, ids: tuple[str, ...]) -> str:
    return " De bron noemt dit alleen als voorbeeld." if pack.only_examples(ids) else ""


def _sources(pack: Pack) -> Iterator[str]:
    for source in pack.sources:
        publisher = source.publisher.rstrip(".")
        yield f"Bron: *{source.title}. {source.subtitle}*. {publisher}. {source.research} {source.method}\n"


def _indicators(pack: Pack) -> Iterator[str]:
    for factor in pack.factors:
        yield f"## {factor.title}\n"
        if factor.why:
            yield f"Waarom deze factor: {_refs(pack, factor.why.sources)}.\n"
        for place in pack.places.values():
            if place.factor.id == factor.id:
                yield from _indicator(pack, place)


def _indicator(pack: Pack, place: Place) -> Iterator[str]:
    one = place.indicator
    yield f"### {one.title} (`{place.id}`)\n"
    yield f"- Vraag: {_refs(pack, one.sources)}.{_only_example(pack, one.sources)}"
    if one.help:
        yield f"- Uitleg: {_refs(pack, one.help.sources)}."
    if one.why:
        yield f"- Waarom: {_refs(pack, one.why.sources)}."
    for action in one.actions:
        yield f"- Actie `{place.factor.id}.{action.id}` ({action.title}): {_refs(pack, action.sources)}."
    yield ""


def _rules(pack: Pack) -> Iterator[str]:
    yield "## Waarschuwingen\n"
    for rule in pack.model.rules:
        why = f" Waarom: {_refs(pack, rule.why.sources)}." if rule.why else ""
        yield f"- {rule.title} (`{rule.id}`): {_refs(pack, rule.sources)}.{why}"
    yield ""


def _model(pack: Pack) -> Iterator[str]:
    yield "## Inleiding en grenzen\n"
    for text in (*pack.model.introduction, *pack.model.limits):
        yield f"- {text.text} ({_refs(pack, text.sources)})"
    yield ""


def _claims(pack: Pack) -> Iterator[str]:
    yield "## Alle uitspraken van de bron\n"
    yield "| uitspraak | kopje | soort | hoe sterk | tekst |"
    yield "| --- | --- | --- | --- | --- |"
    for claim in pack.claims.values():
        modality = claim.word or pack.modalities[claim.modality].label
        yield f"| {claim.id} | {claim.section} | {claim.kind} | {modality} | {claim.text} |"


def main(mode: str) -> int:
    """Run a mode; gives the exit code."""
    text = page(load_pack(ROOT))
    if mode == "update":
        PAGE.write_text(text, encoding="utf-8")
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write("docs/herkomst.md is not up to date: run make herkomst\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))
