"""The catalogues of sentences: bring them up to date with the code, or check that they are.

Usage:
    python tools/catalogue.py update    after a sentence in the code or a template changed; then translate what is named
    python tools/catalogue.py check     says what is wrong with the catalogues; exit code 1 if anything is

What `update` writes depends on the sentences and their translations only, not on the moment or the machine.
"""

from __future__ import annotations

import ast
import io
import re
import sys
import tomllib
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import IO

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LOCALE_DIR = ROOT / "src" / "mhscan" / "locale"
DOMAIN = "mhscan"
KEYWORDS = ("_", "N_", "ngettext:1,2", "pgettext:1c,2")
LIBRARY = "typer"
LIBRARY_MESSAGES = (
    "(deprecated) ",
    "(dynamic)",
    "Aborted!",
    "Aborted.",
    "Arguments",
    "Commands",
    "Error",
    "Missing command.",
    "No such command {name!r}.",
    "Options",
    "Try [blue]'{command_path} {help_option}'[/] for help.",
    "[default: {}]",
    "[env var: {}]",
    "[required]",
    "default: {default}",
    "env var: {var}",
    "required",
)
"""What typer says through gettext: the border of the program gives it our catalogue for that."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")

Key = tuple[str, str | None]
"""A message in a catalogue: the (first) sentence, and its context."""


class PlainCatalog(Catalog):
    """A catalogue whose head has only what gettext needs: no dates, people or versions of tools."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The lines of the head."""
        return [
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", f"text/plain; charset={self.charset}"),
            ("Content-Transfer-Encoding", "8bit\n"),
        ]


def template() -> Catalog:
    """All messages of the code, the templates and the library, without translations."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as stream:
        methods, options = parse_mapping_cfg(stream)  # type: ignore[no-untyped-call]
    catalog = Catalog(charset="utf-8")
    own = {"python": from_python, "codes": from_codes}
    methods = [(pattern, own.get(method, method)) for pattern, method in methods]
    for file, _line, message, _comments, context in extract_from_dir(ROOT, methods, options, parse_keywords(KEYWORDS)):
        catalog.add(message, locations=[(Path(file).as_posix(), 0)], context=context)
    for message in LIBRARY_MESSAGES:
        catalog.add(message, locations=[(LIBRARY, 0)])
    return catalog


def from_codes(
    file: IO[bytes], _keywords: object, _tags: object, **_options: object
) -> Iterator[tuple[int, str, str, list[str]]]:
    """The sentences of the codes of problems, as Babel wants them."""
    for kind in tomllib.load(file).values():
        yield from ((0, "_", kind[key], []) for key in ("finds", "why"))


def from_python(
    file: IO[bytes], keywords: Collection[str], _tags: object, **_options: object
) -> Iterator[tuple[int, str, list[str | None], list[str]]]:
    """The calls in Python code that say something, as Babel wants them.

    Babel's own reader of Python does not look inside f-strings before Python 3.12.
    """
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in keywords:
            values = [one.value if isinstance(one, ast.Constant) else None for one in node.args]
            yield node.lineno, node.func.id, [one if isinstance(one, str) else None for one in values], []


def updated(wanted: Catalog, present: Catalog, language: str) -> bytes:
    """The text of a catalogue with exactly the wanted messages, and the translations that are present."""
    catalog = PlainCatalog(locale=language, charset="utf-8", fuzzy=False)
    catalog.header_comment = f"# The sentences of mhscan in '{language}'; see tools/catalogue.py."
    for message in messages(wanted):
        known = present.get(_first(message), message.context)
        translated = known.string if known is not None and known.pluralizable == message.pluralizable else None
        catalog.add(message.id, translated, message.locations, context=message.context)
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=120, sort_output=True, include_lineno=False)
    return buffer.getvalue()


def compiled(po: bytes) -> bytes:
    """A catalogue as gettext reads it."""
    present = read_po(io.BytesIO(po))
    catalog = PlainCatalog(locale=present.locale_identifier, charset="utf-8", fuzzy=False)
    for message in messages(present):
        catalog.add(message.id, message.string, flags=message.flags, context=message.context)
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def complaints(wanted: Catalog, po: bytes, mo: bytes) -> Iterator[str]:
    """All that is wrong with a catalogue, given the messages that it should have."""
    catalog = read_po(io.BytesIO(po))
    for message in messages(wanted):
        if catalog.get(_first(message), message.context) is None:
            yield f"is missing: {_shown(message)}"
    for message in messages(catalog):
        if wanted.get(_first(message), message.context) is None:
            yield f"is not used any more: {_shown(message)}"
        elif message.fuzzy:
            yield f"is marked as fuzzy: {_shown(message)}"
        else:
            yield from _translation(message)
    yield from (f"is obsolete: {_shown(message)}" for message in catalog.obsolete.values())
    if compiled(po) != mo:
        yield "the .mo file was not made from this .po file: run the update"


def messages(catalog: Catalog) -> Iterator[Message]:
    """The messages of a catalogue, without its head."""
    return (message for message in catalog if message.id)


def _translation(message: Message) -> Iterator[str]:
    """What is wrong with the translation of one message: it is not there, or has other placeholders."""
    sources, strings = _forms(message.id), _forms(message.string)
    if not all(strings):
        yield f"is not translated: {_shown(message)}"
        return
    for n, string in enumerate(strings):
        source = sources[min(n, len(sources) - 1)]
        if sorted(_PLACEHOLDER.findall(source)) != sorted(_PLACEHOLDER.findall(string)):
            yield f"has other placeholders than its translation: {_shown(message)}"


def _forms(text: str | Sequence[str] | None) -> list[str]:
    """A sentence, or its singular and plural; one empty text where there is nothing."""
    return [text] if isinstance(text, str) else list(text or [""])


def _first(message: Message) -> str:
    return _forms(message.id)[0]


def _shown(message: Message) -> str:
    context = f" ({message.context})" if message.context else ""
    return f"'{_first(message)}'{context}"


def catalogues() -> Iterator[tuple[str, Path]]:
    """Each language with the path of its catalogue."""
    for path in sorted(LOCALE_DIR.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        yield path.parent.parent.name, path


def update() -> int:
    """Bring all catalogues up to date; says what is still to be translated."""
    wanted = template()
    for language, path in catalogues():
        po = updated(wanted, read_po(io.BytesIO(path.read_bytes())), language)
        path.write_bytes(po)
        path.with_suffix(".mo").write_bytes(compiled(po))
    return check()


def check() -> int:
    """Say what is wrong with the catalogues."""
    wanted = template()
    found = 0
    for language, path in catalogues():
        mo = path.with_suffix(".mo")
        for complaint in complaints(wanted, path.read_bytes(), mo.read_bytes() if mo.exists() else b""):
            found += 1
            sys.stderr.write(f"{language}: {complaint}\n")
    return 1 if found else 0


if __name__ == "__main__":
    MODES = {"update": update, "check": check}
    if len(sys.argv) != 2 or sys.argv[1] not in MODES:
        sys.exit(f"{__doc__}")
    sys.exit(MODES[sys.argv[1]]())
