"""The answers of partners beside the own ones, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.language import _
from mhscan.reports.views.beside import BesideView, FactPairView, PartnerView
from mhscan.ui.layout import listed, sentences, text_in


def beside_text(view: BesideView) -> str:
    """The facts with both answers, to the width of the window."""
    return text_in(view.language, _lines(view))


def _lines(view: BesideView) -> Iterator[str]:
    yield from sentences([f"{view.title}: {view.subject}", view.status])
    for partner in view.partners:
        yield ""
        yield from sentences([f"{partner.title}, {partner.scan.date_words}", partner.summary])
        yield from _partner(partner)
    yield from listed(_("How to read this"), view.method)


def _partner(partner: PartnerView) -> Iterator[str]:
    titles = {
        "different": _("Different"),
        "alike": _("Alike"),
        "one_side": _("No difference, as the partner sees one side only"),
        "unseen": _("The partner cannot see this"),
    }
    for verdict, title in titles.items():
        yield from listed(title, (_both(one) for one in partner.facts if one.verdict == verdict))
    others = [one for one in partner.answered if one.verdict not in titles]
    yield from listed(_("Not compared"), map(_both, others))


def _both(fact: FactPairView) -> str:
    words = _("{title}: {asked} Own: {own}. Partner: {partner}.")
    return words.format(title=fact.title, asked=fact.asked, own=fact.own, partner=fact.partner)
