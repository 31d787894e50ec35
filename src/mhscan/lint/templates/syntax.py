"""Checks of templates as they are written: each can be read, knows its filters, and is shown somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError, nodes

from mhscan.codes import problem
from mhscan.errors import InputError, Problem
from mhscan.language import _
from mhscan.lint.templates.source import Template, Templates, templates_of
from mhscan.loading.near import suggest
from mhscan.loading.paths import real_path
from mhscan.reports.formats.documents import registry
from mhscan.reports.formats.registry import FORMATS
from mhscan.reports.rendering.environment import known_words

ENDS = (*(f".{made.name}.j2" for made in FORMATS.values() if made.templates), ".j2")
_OPEN = re.compile(r"following tags: '([a-z]+)'|looking for '(end[a-z]+)'")


@lru_cache(maxsize=100)
def _parsed(template: Template) -> nodes.Template | TemplateSyntaxError:
    """A template as Jinja reads it, or why it cannot."""
    try:
        return Environment(autoescape=True).parse(template.text)
    except TemplateSyntaxError as error:
        return error


def _trees(folder: Templates) -> list[tuple[Template, nodes.Template]]:
    """The templates in a folder that Jinja can read."""
    parsed = [(template, _parsed(template)) for template in templates_of(folder)[0]]
    return [(template, tree) for template, tree in parsed if isinstance(tree, nodes.Template)]


def check_template_error(folder: Templates) -> Iterator[Problem]:
    """Each template of the pack parses."""
    templates, unread = templates_of(folder)
    yield from unread
    for template in templates:
        error = _parsed(template)
        if isinstance(error, TemplateSyntaxError):
            yield _syntax_problem(template, error.lineno, str(error.message))


def _syntax_problem(template: Template, line: int, why: str) -> Problem:
    """The problem of a template that the library refuses, in words of ours; where a tag opens that is not closed."""
    open_tag = _OPEN.search(why)
    if "end of template" in why.lower() and open_tag:
        end = next(iter(re.findall(r"'(end[a-z]+)'", why)), open_tag[1] or open_tag[2])
        at = template.at(_opening(template.text, end.removeprefix("end")) or line)
        hint = _("Put {tag} at its end.").format(tag=f"{{% {end} %}}")
        return problem("MH601", _("the tag that opens here is not closed"), at, hint)
    message = _("the template cannot be read from here on")
    if found := re.search(r"unknown tag '([^']*)'", why):
        message = _("there is no tag '{tag}'").format(tag=found[1])
    elif found := re.search(r"unexpected '([^']*)'", why):
        message = _("'{sign}' stands where it cannot stand").format(sign=found[1])
    hint = _("Look at this line for a tag that is not closed or a word that is misspelt.")
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


def check_unknown_filter(folder: Templates) -> Iterator[Problem]:
    """Each filter and test in a template of the pack is one that mhscan or Jinja has."""
    filters, tests = known_words()
    for template, tree in _trees(folder):
        for node in tree.find_all((nodes.Filter, nodes.Test)):
            names = filters if isinstance(node, nodes.Filter) else tests
            if node.name not in names:
                message = _("there is no filter or test '{name}'").format(name=node.name)
                yield problem("MH603", message, template.at(node.lineno, node.name), suggest(node.name, sorted(names)))


def check_shown_nowhere(folder: Templates) -> Iterator[Problem]:
    """Each template is used, and of one that extends another each block and text is shown."""
    if real_path(folder.path) == real_path(folder.folders.shipped):
        return  # Other documents than those in the list have blocks there; the tests of mhscan prove them.
    try:
        entries = registry(folder.folders).entries.values()
    except InputError:
        return  # Another check says so.
    own = _trees(folder)
    if not own:
        return
    layers = [layer for layer in folder.folders.layers if real_path(layer) != real_path(folder.path)]
    others = [tree for layer in layers for tree in _trees(Templates(layer, folder.pack))]
    sections = {section.id.replace("-", "_") for entry in entries for section in entry.sections}
    used = {f"{entry.template or entry.id}{end}" for entry in entries for end in ENDS}
    used |= {template.path.name for layer in layers for template in templates_of(Templates(layer, folder.pack))[0]}
    used |= {name for _template, tree in own for name in _named(tree)}
    for template, tree in own:
        beside = [other for _template, other in (*others, *own) if other is not tree]
        yield from _unused(template, used)
        yield from _left_out(template, tree, sections | {name for other in beside for name, _line in _blocks(other)})


def _named(tree: nodes.Template) -> Iterator[str]:
    """The files that a template extends, includes or imports by name."""
    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        name = getattr(node, "template", None)
        if isinstance(name, nodes.Const) and isinstance(name.value, str):
            yield name.value


def _blocks(tree: nodes.Template) -> list[tuple[str, int]]:
    return [(block.name, block.lineno) for block in tree.find_all(nodes.Block)]


def _unused(template: Template, used: set[str]) -> Iterator[Problem]:
    name = template.path.name
    near = get_close_matches(name, sorted(used), n=1, cutoff=0.9)
    # A template that nothing names can be for a document to come; one that is nearly called so is a slip.
    if name not in used and near:
        message = _("no document uses the template '{name}'").format(name=name)
        yield problem("MH607", message, template.at(1), suggest(name, near))
    if name in used and not template.text.strip():
        message = _("the template '{name}' is empty, so its document is too").format(name=name)
        yield problem("MH607", message, template.at(1), _("Throw it away to use the one of mhscan."))


def _left_out(template: Template, tree: nodes.Template, blocks: set[str]) -> Iterator[Problem]:
    """What of a template that extends another is not shown."""
    if tree.find(nodes.Extends) is None:
        return
    for name, line in _blocks(tree):
        if name not in blocks:
            message = _("no template has a block '{name}', so it is not shown").format(name=name)
            yield problem("MH607", message, template.at(line, name), suggest(name, sorted(blocks)))
    for node in tree.body:
        if isinstance(node, nodes.Output) and not all(map(_is_blank, node.nodes)):
            message = _("this stands outside a block, so it is not shown")
            yield problem("MH607", message, template.at(_first_line(node)), _("Put it in a block."))


def _is_blank(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.TemplateData) and not node.data.strip()


def _first_line(output: nodes.Output) -> int:
    """The line of the first words of an output."""
    first = output.nodes[0]
    if not isinstance(first, nodes.TemplateData):
        return output.lineno
    return first.lineno + first.data[: len(first.data) - len(first.data.lstrip())].count("\n")
