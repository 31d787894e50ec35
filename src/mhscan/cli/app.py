"""The commands, put together; each lives in a file of its own and imports what it needs when it runs."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.exceptions import TyperException

from mhscan.cli import assess, demo, explain, finish, report, schema, score, set_answer, validate
from mhscan.errors import ExitCode, UsageError
from mhscan.language import _
from mhscan.ui.streams import out

app = typer.Typer(
    name="mhscan",
    help=_("Self-assessment of an organisation: ask, score, advise."),
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    context_settings={"help_option_names": ["--help", "-h"]},
)
app.command("assess", help=_("Answer the questions, in a terminal."))(assess.assess)
app.command("set", help=_("Save one or more answers without an interview."))(set_answer.set_answer)
app.command("finish", help=_("Close an assessment: nothing in it changes any more."))(finish.finish)
app.command("score", help=_("Show scores, warnings and actions."))(score.score)
app.command("report", help=_("Make the advice report."))(report.report)
app.command("validate", help=_("Check the files of a pack, or assessments."))(validate.validate)
app.command("demo", help=_("Write an example with its reports."))(demo.demo)
app.command("explain", help=_("Say what an indicator, factor, rule, claim or error code is."))(explain.explain)
app.command("schema", help=_("Print the JSON Schema of a kind of file."))(schema.schema)


@app.callback()
def _start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help=_("Show the version."))] = False,
    _lang: Annotated[str, typer.Option("--lang", help=_("Language of the interface: nl or en."))] = "",
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


def call(arguments: list[str]) -> int:
    """Run the command that the arguments name; gives the exit code.

    Raises:
        UsageError: the arguments are wrong.
    """
    try:
        result: Any = app(arguments, standalone_mode=False)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except TyperException as error:
        raise _usage(error) from None
    return int(result) if isinstance(result, int) else ExitCode.DONE


def _usage(error: TyperException) -> UsageError:
    """What is wrong with the arguments, in the user's language."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "mhscan"
    hint = _("See: {command} --help").format(command=command)
    kind = type(error).__name__
    if kind == "NoSuchOption":
        return UsageError(_("There is no option {name}.").format(name=getattr(error, "option_name", "")), hint)
    if kind == "MissingParameter":
        parameter = getattr(error, "param", None)
        name = parameter.human_readable_name.upper() if parameter is not None else ""
        return UsageError(_("{name} is missing.").format(name=name), hint)
    format_message = getattr(error, "format_message", None)
    return UsageError(str(format_message() if format_message else error), hint)
