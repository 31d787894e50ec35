"""The answers of partners beside the own ones, to their view, and the headings of the document that shows it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from mhscan.__about__ import __version__
from mhscan.answers.subjects import both_names
from mhscan.dates import date_words
from mhscan.language import _, ngettext, speaking
from mhscan.questions.base import Value
from mhscan.reports.comparison.scans import questionnaire_title, scan_view
from mhscan.reports.redaction import Audience
from mhscan.reports.views.beside import BesideView, FactPairView, PartnerView
from mhscan.reports.views.document import DocumentView, SectionView
from mhscan.reports.views.report import NoticeView, Stamp
from mhscan.reports.wording import state_words
from mhscan.reports.words import and_list
from mhscan.trend.beside import Beside, FactPair, PartnerScan, Verdict, is_unseen
from mhscan.trend.scans import ComparedScan


def beside_view(compared: Beside, audience: Audience = "public") -> BesideView:
    """The view of the answers of partners beside the own ones, in the pack's language, for one audience."""
    with speaking(compared.pack.model.language):
        return _BesideMaker(compared, audience == "internal").view()


def beside_document(view: BesideView) -> DocumentView:
    """The headings of the document, in its language."""
    with speaking(view.language):
        titles = {
            "summary": _("Alike and different"),
            "different": _("What to talk about"),
            "beside": _("Fact beside fact"),
            "scans": _("The scans"),
            "method": _("How to read this"),
        }
        return DocumentView(
            id="beside",
            title=_("Partners beside the own answers"),
            about=_("Puts the answers of partners beside the own ones."),
            template="beside",
            contents=True,
            draft=False,
            outward=False,
            proposal=False,
            sections=tuple(SectionView(key, key, title, ()) for key, title in titles.items()),
        )


def verdict_words(verdict: Verdict) -> str:
    """Whether both say the same, in a few words."""
    words: dict[Verdict, str] = {
        "alike": _("alike"),
        "one_side": _("no difference: the partner sees one side only"),
        "different": _("different"),
        "unseen": _("the partner cannot see this"),
        "partner_open": _("the partner does not say"),
        "own_open": _("the own answer is open"),
        "not_public": _("not public"),
    }
    return words[verdict]


@dataclass(frozen=True)
class _BesideMaker:
    """Makes the parts of the view."""

    compared: Beside
    internal: bool

    def view(self) -> BesideView:
        pack, own, partners = self.compared.pack, self.compared.own, self.compared.partners
        model, scans = pack.model, [own, *(one.scan for one in partners)]
        drafts = any(scan.assessment.status == "draft" for scan in scans)
        return BesideView(
            language=model.language,
            title=model.title,
            subject=both_names(own.assessment.name, partners[0].scan.assessment.name),
            date=date_words(own.assessment.date),
            internal=self.internal,
            status=_("Not all scans are closed.") if drafts else _("All scans are closed."),
            own=scan_view(pack, own, self.internal),
            partners=tuple(self.partner(n, one) for n, one in enumerate(partners, 1)),
            method=_method(),
            stamp=Stamp(
                pack=f"{model.title} ({model.id})",
                version=model.version,
                sha256=pack.sha256,
                tool=f"mhscan {__version__}",
                questionnaire=and_list(tuple(dict.fromkeys(questionnaire_title(pack, scan) for scan in scans))),
            ),
            end=tuple(NoticeView(notice.title, notice.text.text, notice.makers) for notice in model.report.end),
        )

    def partner(self, n: int, partner: PartnerScan) -> PartnerView:
        scan = scan_view(self.compared.pack, partner.scan, self.internal)
        return PartnerView(
            title=_("Partner {n}: {role}").format(n=n, role=scan.role) if scan.role else _("Partner {n}").format(n=n),
            scan=scan,
            summary=_summary(partner),
            facts=tuple(self.fact(partner, pair) for pair in partner.facts),
        )

    def fact(self, partner: PartnerScan, pair: FactPair) -> FactPairView:
        words, worded = partner.questionnaire.words.get(pair.place.id), partner.questionnaire.fact_words.get(pair.key)
        asked = worded.text if worded else pair.fact.text if pair.fact else (words or pair.place.indicator).question
        return FactPairView(
            id=pair.key,
            title=pair.place.indicator.title,
            factor=pair.place.factor.title,
            asked=asked,
            own=self.answer(self.compared.own, pair, pair.own),
            partner=partner.questionnaire.unseen
            if pair.verdict == "unseen" and is_unseen(partner.scan.now, pair.key)
            else self.answer(partner.scan, pair, pair.partner),
            open=_open(pair),
            least=pair.least,
            verdict=pair.verdict,
            sentence=verdict_words(pair.verdict),
        )

    def answer(self, scan: ComparedScan, pair: FactPair, value: Value | None) -> str:
        """An answer in words; why there is none."""
        if pair.key in scan.now.suppressed.keys:
            return _("not public")
        if value is None:
            state = scan.now.facts.get(pair.key).state
            return _("open") if state in ("not_asked", "answered") else state_words(state)
        if pair.fact is not None:
            return pair.fact.question.describe(value)
        return f"{value}. {self.compared.pack.level_label(pair.place, int(str(value)))}"


def _summary(partner: PartnerScan) -> str:
    """How many facts are alike, different, and not compared."""
    found, pairs = Counter(pair.verdict for pair in partner.facts), partner.facts
    both, different = found["alike"] + found["one_side"] + found["different"], found["different"]
    unseen, left = found["unseen"], sum(map(_open, pairs))
    words = ngettext(
        "Of {all} facts both answered {both}: {different} is different.",
        "Of {all} facts both answered {both}: {different} are different.",
        different,
    ).format(all=len(pairs), both=both, different=different)
    more = {
        ngettext("The partner cannot see {n} of them.", "The partner cannot see {n} of them.", unseen): unseen,
        ngettext("{n} fact is open for both.", "{n} facts are open for both.", left): left,
    }
    return " ".join((words, *(text.format(n=n) for text, n in more.items() if n)))


def _open(pair: FactPair) -> bool:
    """Whether neither of both answered."""
    return pair.verdict == "partner_open" and pair.own is None


def _method() -> tuple[str, ...]:
    return (
        _("A partner answers the same facts in other words. No level or score follows from that."),
        _("'Cannot see' is no answer: it says nothing of whether it is there."),
        _("Where a partner sees one side only, an own answer that is higher is no difference."),
        _("A difference does not say who is right. Talk about it, and mend the own answer only if that was wrong."),
    )
