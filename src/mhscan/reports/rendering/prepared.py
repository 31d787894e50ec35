"""Templates that were compiled when mhscan was installed, under a name that is the digest of all they follow from.

The template language turns a template into a module of Python, which takes longer than to fill it. The build of mhscan
does that for the shipped templates, and Python keeps the compiled module as that of any other. As it is code, it is
read from the folder of `loading.shipped.prepared_folder` alone. A template with another byte has another name there:
it is compiled when it is used.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType

import jinja2

from mhscan.loading.shipped import prepared_folder


def prepared_code(name: str, source: str, place: str, html: bool) -> CodeType | None:
    """The code of a template that lies in `place`; nothing where it was not prepared."""
    file = prepared_folder() / file_name(name, source, html)
    if not file.is_file():
        return None
    code = SourceFileLoader(file.stem, str(file)).get_code(file.stem)
    return code and code.replace(co_filename=place)


def file_name(name: str, source: str, html: bool) -> str:
    """The name of the file with what was prepared of a template."""
    whole = f"{_environment_digest()} {name} {html}\n{source}"
    return f"template_{hashlib.sha256(whole.encode(errors='surrogatepass')).hexdigest()}.py"


@lru_cache(maxsize=1)
def _environment_digest() -> str:
    """The digest of what compiles a template: the release of the template language, and how it is set up here."""
    setup = Path(__file__).with_name("environment.py").read_bytes()
    return hashlib.sha256(jinja2.__version__.encode() + setup).hexdigest()
