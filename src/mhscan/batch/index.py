"""The page that lists what was made: by name, without any score, so that it is no ranking."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from mhscan.batch.job import JobResult
from mhscan.dates import date_words
from mhscan.language import current
from mhscan.reports.rendering.environment import Page
from mhscan.reports.rendering.folders import TemplateFolders
from mhscan.reports.rendering.pages import render_page
from mhscan.reports.views.style import PLAIN, StyleView
from mhscan.text import folded, sort_key

TEMPLATE = "index.html.j2"


@dataclass(frozen=True)
class IndexEntry:
    """A line of the page: the subject, what tells it from another of that name, its date, and where the document is."""

    subject: str
    other: str
    date: str
    link: str


def index_page(
    folders: TemplateFolders, title: str, outcomes: Iterable[JobResult], internal: bool, style: StyleView = PLAIN
) -> str:
    """The page, in the language in use and in a house style."""
    made = sorted((one for one in outcomes if one.state == "made"), key=_alphabet)
    counts = Counter(folded(one.subject) for one in made)
    entries = tuple(
        IndexEntry(
            one.subject,
            one.file.stem if counts[folded(one.subject)] > 1 else "",
            date_words(one.date),
            quote(os.fsencode(one.target.name)),
        )
        for one in made
    )
    language = current()
    views = {"language": language, "title": title, "entries": entries, "internal": internal, "style": style}
    return render_page(Page(folders, (TEMPLATE,), True, language, views))


def _alphabet(outcome: JobResult) -> tuple[tuple[str, str], str, str]:
    return sort_key(outcome.subject), outcome.date, outcome.target.name
