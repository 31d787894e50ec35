"""The commands, put together; each lives in a file of its own, which is only imported when the command is called."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.exceptions import TyperException

from mhscan.cli.localised_typer import LocalisedCommand, LocalisedGroup, usage_error
from mhscan.errors import ExitCode
from mhscan.language import _, available
from mhscan.ui.streams import out

COMMANDS = {
    "assess": ("assess", _("Answer the questions, in a terminal.")),
    "set": ("set_answer", _("Save one or more answers without an interview.")),
    "finish": ("finish", _("Close an assessment: nothing in it changes any more.")),
    "migrate": ("migrate", _("Carry the answers over to this version of the pack.")),
    "score": ("score", _("Show scores, warnings and actions.")),
    "what-if": ("what_if", _("Show what other answers would change; saves nothing.")),
    "target": ("target", _("Set targets, and show the shortest way there.")),
    "plan": ("plan", _("Show the action plan; plan set and plan read change it.")),
    "compare": ("compare", _("Show what changed since an earlier scan, or what partners say.")),
    "report": ("report", _("Make the advice report, or another document.")),
    "questions": ("questions", _("Print a blank questionnaire.")),
    "templates": ("templates", _("Copy the templates of the documents, to make your own.")),
    "validate": ("validate", _("Check the files of a pack, or assessments.")),
    "pack": ("pack", _("Work on a pack: make, show, test and compare it.")),
    "demo": ("demo", _("Write an example with its reports.")),
    "explain": ("explain", _("Say what an indicator, factor, rule, claim or error code is.")),
    "schema": ("schema", _("Print the JSON Schema of a kind of file.")),
}
"""Each command with the module, and function in it, that runs it, and what the help says of it."""


PACK_COMMANDS = {
    "new": ("pack_new", _("Make a small working pack to begin with.")),
    "show": ("pack_show", _("Draw what is in a pack, as a tree.")),
    "test": ("pack_test", _("Run the scenarios of a pack.")),
    "diff": ("pack_diff", _("Say what changed between two packs, and check the version number.")),
}
PLAN_COMMANDS = {
    "set": ("plan_set", _("Keep who does an action, by when, and how far it is.")),
    "read": ("plan_read", _("Take over an edited spreadsheet.")),
}
GROUPS = {"pack": PACK_COMMANDS, "plan": PLAN_COMMANDS}
"""The commands that follow another word, by that word."""


def call(arguments: list[str]) -> int:
    """Run the command that the arguments name; gives the exit code.

    Raises:
        UsageError: the arguments are wrong.
    """
    try:
        result: Any = _app(arguments)(arguments, prog_name="mhscan", standalone_mode=False)
    except SystemExit:
        # The library's own way out when nobody reads the output any more.
        raise BrokenPipeError from None
    except TyperException as error:
        raise usage_error(error) from None
    if result == ExitCode.INTERRUPTED:
        # The library made an exit code of Ctrl-C, and said nothing.
        raise KeyboardInterrupt
    return int(result) if isinstance(result, int) else ExitCode.DONE


def _app(arguments: list[str]) -> typer.Typer:
    """The program with the one command that is called; the others are there by name only."""
    app = _typer(
        name="mhscan",
        help=_("Self-assessment of an organisation: ask, score, advise."),
        pretty_exceptions_enable=False,
        invoke_without_command=True,
        callback=_start,
    )
    called, below = (*(word for word in arguments if not word.startswith("-")), "", "")[:2]
    # What may follow a word; `plan` is a command itself too.
    groups = {name: commands for name, commands in GROUPS.items() if name == "pack" or below in commands}
    for name, (module, text) in COMMANDS.items():
        if name == called and name in groups:
            app.add_typer(_group(text, groups[name], below), name=name)
        else:
            _add(app, name, module, text, called)
    return app


def _group(text: str, commands: dict[str, tuple[str, str]], called: str) -> typer.Typer:
    """The commands that follow a word; all but the one that is called are there by name only."""
    group = _typer(help=text, no_args_is_help=True)
    group.callback()(_by_name_only)
    for name, (module, about) in commands.items():
        _add(group, name, module, about, called)
    return group


def _typer(**settings: Any) -> typer.Typer:
    return typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        cls=LocalisedGroup,
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND [ARGUMENTS]"),
        context_settings={"help_option_names": ["--help", "-h"]},
        **settings,
    )


def _add(app: typer.Typer, name: str, module: str, text: str, called: str) -> None:
    function = _function(module) if name == called else _by_name_only
    app.command(name, cls=LocalisedCommand, help=text, options_metavar=_("[OPTIONS]"))(function)


def _function(module: str) -> Callable[..., int]:
    function: Callable[..., int] = getattr(import_module(f"mhscan.cli.{module}"), module)
    return function


def _by_name_only() -> None:
    """Stands for a command that is not called."""


def _start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help=_("Show the version."))] = False,
    _lang: Annotated[
        str,
        typer.Option(
            "--lang",
            metavar=_("LANGUAGE"),
            help=_("Language of the interface: {known}.").format(known=", ".join(available())),
        ),
    ] = "",
    _plain: Annotated[
        bool, typer.Option("--plain", help=_("Plain lines, for a screen reader; works after a command too."))
    ] = False,
) -> None:
    """Without a command: a small menu."""
    if version:
        from mhscan.__about__ import __version__

        out(f"mhscan {__version__}\n")
    elif context.invoked_subcommand is None:
        from mhscan.cli.menu import menu

        chosen = menu()
        if chosen:
            raise typer.Exit(call(chosen))
