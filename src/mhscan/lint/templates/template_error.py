"""Templates can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mhscan.codes import problem
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.lint.templates.source import Template, Templates, templates_of


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
            yield _problem(template, error.lineno, str(error.message))


def _problem(template: Template, line: int, said: str) -> Problem:
    """The problem of a template that the library refuses, in words of ours; where a tag opens that is not closed."""
    hint = _("Look at this line for a tag that is not closed or a word that is misspelt.")
    open_tag = re.search(r"following tags: '([a-z]+)'|looking for '(end[a-z]+)'", said)
    if "end of template" in said.lower() and open_tag:
        wanted = (open_tag[1] or open_tag[2]).split("'")[0]
        wanted = next(iter(re.findall(r"'(end[a-z]+)'", said)), wanted)
        number = _opening(template.text, wanted.removeprefix("end")) or line
        message = _("the tag that opens here is not closed")
        return problem(
            "MH601", message, template.at(number), _("Put {tag} at its end.").format(tag=f"{{% {wanted} %}}")
        )
    message = _("the template cannot be read from here on")
    if found := re.search(r"unknown tag '([^']*)'", said):
        message = _("there is no tag '{tag}'").format(tag=found[1])
    elif found := re.search(r"unexpected '([^']*)'", said):
        message = _("'{sign}' stands where it cannot stand").format(sign=found[1])
    return problem("MH601", message, template.at(line), hint)


def _opening(text: str, tag: str) -> int:
    """The line on which the last tag of a kind opens that is not closed; 0 without one."""
    stack: list[int] = []
    for found in re.finditer(rf"\{{%-?\s*(end)?{tag}\b", text):
        if not found[1]:
            stack.append(text.count("\n", 0, found.start()) + 1)
        elif stack:
            stack.pop()
    return stack[-1] if stack else 0
