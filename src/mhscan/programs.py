"""Other programs, and this one, started so that nothing in the working folder can take the place of what they need.

The working folder can hold what somebody else sent: a `json.py` or a `git.exe` there may never be run.
"""

import os
import sys

_START = "import sys; sys.path[:] = sys.argv[1:]; from {} import serve; serve()"


def import_path() -> list[str]:
    """The folders that modules are imported from, without the working folder.

    Python puts that first when it is started with `-m` or `-c`, or when PYTHONPATH has an empty part. It stays where it
    is the folder of mhscan itself, or comes after the standard library, as something that was installed does.
    """
    here, own = _real(os.curdir), _real(os.path.dirname(os.path.dirname(__file__)))
    library = _real(os.path.dirname(os.__file__))
    entries = [(entry, _real(entry or os.curdir)) for entry in sys.path]
    ahead = next((n for n, (_entry, real) in enumerate(entries) if real == library), len(entries))
    return [entry for n, (entry, real) in enumerate(entries) if n >= ahead or real != here or real == own]


def python_command(module: str) -> list[str]:
    """The command for another Python that runs `serve()` of a module, and imports from `import_path` only."""
    return [sys.executable, "-I", "-c", _START.format(module), *import_path()]


def find_program(name: str, *never: str | os.PathLike[str]) -> str | None:
    """The whole path of a program, from PATH; never from the working folder, nor from the folders `never`."""
    name = f"{name}.exe" if sys.platform == "win32" else name
    refused = {_real(one) for one in (os.curdir, *never)}
    folders = [one for one in os.environ.get("PATH", "").split(os.pathsep) if os.path.isabs(one)]
    places = [os.path.join(one, name) for one in folders if _real(one) not in refused]
    return next((one for one in places if os.path.isfile(one) and os.access(one, os.X_OK)), None)


def _real(path: str | os.PathLike[str]) -> str:
    """A path without links; empty for a folder that is not there any more."""
    try:
        return os.path.normcase(os.path.realpath(path))
    except OSError:
        return ""
