"""What stands in a template is shown somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from mhscan.codes import problem
from mhscan.errors import InputError, Problem
from mhscan.language import _
from mhscan.lint.templates.source import Template, Templates, templates_of
from mhscan.loading.files import list_files, read_text
from mhscan.loading.paths import real_path
from mhscan.loading.shape import suggest

if TYPE_CHECKING:
    from jinja2 import nodes

ENDS = (".md.j2", ".html.j2", ".j2")


def check(folder: Templates) -> Iterator[Problem]:
    """Each template is used, and of one that extends another each block and text is shown."""
    if real_path(folder.path) == real_path(folder.folders.shipped):
        return  # Other documents than those in the list have blocks there; the tests of mhscan prove them.
    own = [(one, tree) for one in templates_of(folder)[0] if (tree := _tree(one.text)) is not None]
    if not own:
        return
    elsewhere = [layer for layer in folder.folders.layers if real_path(layer) != real_path(folder.path)]
    others = [template for layer in elsewhere for template in _inside(layer)]
    trees = [tree for _name, text in others if (tree := _tree(text)) is not None]
    try:
        sections, used = _listed(folder)
    except InputError:
        return  # Another check says so.
    used |= {name for name, _text in others} | {name for _one, tree in own for name in _named(tree)}
    for template, tree in own:
        beside = [one for one in (*trees, *(other for _one, other in own)) if one is not tree]
        blocks = sections | {name for one in beside for name, _line in _blocks(one)}
        yield from _unused(template, used)
        yield from _left_out(template, tree, blocks)


def _inside(layer: Path) -> Iterator[tuple[str, str]]:
    """The templates in a folder, with their texts; what cannot be read is passed over."""
    for path in list_files(layer, ".j2", deep=True, root=layer)[0]:
        text, _problems = read_text(path, str(path))
        if text is not None:
            yield path.name, text


def _tree(text: str) -> nodes.Template | None:
    """A template as Jinja reads it; nothing where it cannot, which another check says."""
    from jinja2 import Environment, TemplateSyntaxError  # noqa: PLC0415  see template_error

    try:
        return Environment(autoescape=True).parse(text)
    except TemplateSyntaxError:
        return None


def _listed(folder: Templates) -> tuple[set[str], set[str]]:
    """The blocks that sections of documents ask for, and the files that documents are made with."""
    from mhscan.reports.formats.documents import registry  # noqa: PLC0415  see template_error

    entries = registry(folder.folders).entries.values()
    sections = {one.id.replace("-", "_") for entry in entries for one in entry.sections}
    return sections, {f"{entry.template or entry.id}{end}" for entry in entries for end in ENDS}


def _named(tree: nodes.Template) -> Iterator[str]:
    """The files that a template extends, includes or imports by name."""
    from jinja2 import nodes  # noqa: PLC0415  see template_error

    for kind in (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport):
        for node in tree.find_all(kind):
            name = getattr(node, "template", None)
            if isinstance(name, nodes.Const) and isinstance(name.value, str):
                yield name.value


def _blocks(tree: nodes.Template) -> list[tuple[str, int]]:
    from jinja2 import nodes  # noqa: PLC0415  see template_error

    return [(one.name, one.lineno) for one in tree.find_all(nodes.Block)]


def _unused(template: Template, used: set[str]) -> Iterator[Problem]:
    name = template.path.name
    meant = get_close_matches(name, sorted(used), n=1, cutoff=0.9)
    # A template that nothing names can be for a document to come; one that is nearly called so is a slip.
    if name not in used and meant:
        message = _("no document uses the template '{name}'").format(name=name)
        yield problem("MH607", message, template.at(1), suggest(name, meant))
    if name in used and not template.text.strip():
        message = _("the template '{name}' is empty, so its document is too").format(name=name)
        yield problem("MH607", message, template.at(1), _("Throw it away to use the one of mhscan."))


def _left_out(template: Template, tree: nodes.Template, blocks: set[str]) -> Iterator[Problem]:
    """What of a template that extends another is not shown."""
    from jinja2 import nodes  # noqa: PLC0415  see template_error

    if tree.find(nodes.Extends) is None:
        return
    for name, line in _blocks(tree):
        if name not in blocks:
            message = _("no template has a block '{name}', so it is not shown").format(name=name)
            yield problem("MH607", message, template.at(line, name), suggest(name, sorted(blocks)))
    for node in tree.body:
        if isinstance(node, nodes.Output) and any(
            not isinstance(one, nodes.TemplateData) or one.data.strip() for one in node.nodes
        ):
            message = _("this stands outside a block, so it is not shown")
            yield problem("MH607", message, template.at(_line(node)), _("Put it in a block."))


def _line(node: nodes.Output) -> int:
    """The line of the first words of a text."""
    from jinja2 import nodes  # noqa: PLC0415  see template_error

    first = node.nodes[0]
    if not isinstance(first, nodes.TemplateData):
        return node.lineno
    blank = first.data[: len(first.data) - len(first.data.lstrip())]
    return first.lineno + blank.count("\n")
