"""Filters and tests of templates exist."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.codes import problem
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.lint.templates.source import Templates, templates_of
from mhscan.loading.near import suggest


def check(folder: Templates) -> Iterator[Problem]:
    """Each filter and test in a template of the pack is one that mhscan or Jinja has."""
    from jinja2 import Environment, TemplateSyntaxError, nodes  # noqa: PLC0415  see template_error

    from mhscan.reports.templates.environment import known_words  # noqa: PLC0415  idem

    filters, tests = known_words()
    for template in templates_of(folder)[0]:
        try:
            tree = Environment(autoescape=True).parse(template.text)
        except TemplateSyntaxError:
            continue  # MH601 says so.
        for node in tree.find_all((nodes.Filter, nodes.Test)):
            known = filters if isinstance(node, nodes.Filter) else tests
            if node.name not in known:
                message = _("there is no filter or test '{name}'").format(name=node.name)
                yield problem("MH603", message, template.at(node.lineno, node.name), suggest(node.name, sorted(known)))
