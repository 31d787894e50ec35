"""Templates can be read."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.checks.page import Page
from mhscan.checks.templates.source import Templates, templates_of
from mhscan.codes import N_, problem
from mhscan.errors import Problem
from mhscan.language import _

PAGE = Page(
    "MH601",
    N_("With a template that cannot be read there is no report at all."),
    wrong="""\
{% for line in lines %}
- {{ line }}
""",
    right="""\
{% for line in lines %}
- {{ line }}
{% endfor %}
""",
    severity="error",
)


def check(folder: Templates) -> Iterator[Problem]:
    """Each template of the pack parses."""
    from jinja2 import Environment, TemplateSyntaxError  # noqa: PLC0415  heavy, and its page needs none of it

    environment = Environment(autoescape=True)
    templates, unread = templates_of(folder)
    yield from unread
    for template in templates:
        try:
            environment.parse(template.text)
        except TemplateSyntaxError as error:
            hint = _("Look at this line for a tag that is not closed or a word that is misspelt.")
            message = _("the template cannot be read: {why}").format(why=error.message)
            yield problem("MH601", message, template.at(error.lineno), hint)
