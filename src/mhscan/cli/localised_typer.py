"""Typer in the language of the interface: its help, and its errors about arguments.

Most words of typer come out of our catalogue, as `boundary` points it there; here is what it has in English only.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.exceptions import TyperException

from mhscan.errors import ExitCode, UsageError
from mhscan.language import _
from mhscan.text import NotTextError, received
from mhscan.ui.streams import out, talk


def _format_usage(command: Any, ctx: Any, formatter: Any) -> None:
    formatter.write_usage(ctx.command_path, " ".join(command.collect_usage_pieces(ctx)), _("Usage: "))


class LocalisedCommand(TyperCommand):
    """A command whose help and errors are in one language."""

    # What is too much is refused below, in our words.
    allow_extra_args = True

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments; whether a file may be read is seen, and said, when it is read.

        Raises:
            UsageError: they are wrong.
        """
        for parameter in self.params:
            if isinstance(parameter, TyperArgument | TyperOption) and parameter.type_descriptor.parameter_info:
                parameter.type_descriptor.parameter_info.readable = False
        try:
            rest = super().parse_args(ctx, args)
        except TyperException as error:
            raise usage_error(error, ctx) from None
        if rest:
            message = _("This does not belong to the command: {words}")
            raise UsageError(message.format(words=" ".join(rest)), _see(ctx))
        for parameter in self.params:
            if parameter.name in ctx.params:
                ctx.params[parameter.name] = _text(parameter, ctx.params[parameter.name])
        return rest

    format_usage = _format_usage

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The arguments and the options; arguments without a type in Python, which says nothing to most."""
        for title, kind in ((_("Arguments"), "argument"), (_("Options"), "option")):
            records = [one.get_help_record(ctx) for one in self.get_params(ctx) if one.param_type_name == kind]
            rows = [record for record in records if record is not None]
            if kind == "argument":
                rows = [(name if "|" in name else name.split(" <")[0], text) for name, text in rows]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        """The option --help."""
        return _help(super().get_help_option(ctx))


class LocalisedGroup(TyperGroup):
    """Commands that follow a word, or the program itself, whose help and errors are in one language."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments; where a command must follow and none does, the help is shown.

        Raises:
            UsageError: they are wrong.
        """
        if self.no_args_is_help and not args:
            talk(ctx.get_help())
            ctx.exit(ExitCode.USAGE)
        try:
            return super().parse_args(ctx, args)
        except TyperException as error:
            raise usage_error(error, ctx) from None

    format_usage = _format_usage

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        """The option --help."""
        return _help(super().get_help_option(ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first word names.

        Raises:
            UsageError: there is none.
        """
        if args[0] not in self.commands:
            message = _("There is no command '{name}'.").format(name=args[0])
            raise UsageError(_nearest(message, args[0], self.commands), _see(ctx))
        return super().resolve_command(ctx, args)


def _help(option: TyperOption | None) -> TyperOption | None:
    if option is not None:  # pragma: no branch  every command here has the option
        option.help = _("Show this message and exit.")
        option.callback = _show_help
    return option


def _show_help(context: Any, _option: Any, wanted: bool) -> None:
    """Write the help as any other output, so that a full disk gets its message and its exit code."""
    if wanted:
        out(f"{context.get_help()}\n")
        context.exit()


def _text(parameter: Any, value: Any) -> Any:
    """What was given for a parameter, if it is text that can be kept; a path may have any bytes in it."""
    if isinstance(value, list | tuple):
        return type(value)(_text(parameter, item) for item in value)
    if not isinstance(value, str):
        return value
    try:
        return received(value)
    except NotTextError as error:
        message = _("{name} is no text in UTF-8 from character {column} on.")
        hint = _("Set the terminal, or what calls mhscan, to UTF-8. Nothing is saved.")
        raise UsageError(message.format(name=_name(parameter), column=error.column), hint) from None


def usage_error(error: Any, context: Any = None) -> UsageError:
    """What is wrong with the arguments, told by what the error of typer holds: its classes are private."""
    return UsageError(_wrong(error, context), _see(context))


def _wrong(error: Any, context: Any) -> str:
    if hasattr(error, "possibilities"):
        message = _("There is no option {name}.").format(name=error.option_name)
        return _nearest(message, error.option_name, error.possibilities or ())
    if hasattr(error, "option_name"):
        return _wrong_value(error.option_name, context)
    parameter = getattr(error, "param", None)
    if parameter is not None and hasattr(error, "param_type"):
        return _("{name} is missing.").format(name=_name(parameter))
    if parameter is not None and parameter.type_descriptor.choices:
        choices = ", ".join(map(str, parameter.type_descriptor.choices))
        return _("{name} must be one of: {known}.").format(name=_name(parameter), known=choices)
    return str(error.format_message())


def _wrong_value(name: str, context: Any) -> str:
    """What is wrong with the value of an option: there is one, or there is none."""
    flags = [parameter.is_flag for parameter in context.command.params if name in parameter.opts]
    message = _("{name} takes no value.") if flags and flags[0] else _("{name} needs a value.")
    return message.format(name=name)


def _see(context: Any) -> str:
    return _("See: {command} --help").format(command=context.command_path if context else "mhscan")


def _name(parameter: Any) -> str:
    return str(parameter.opts[0]) if parameter.param_type_name == "option" else str(parameter.display_name_raw)


def _nearest(message: str, word: str, known: Iterable[str]) -> str:
    """The message, and the known word that is most like the wrong one."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return " ".join([message, *(_("Did you mean '{word}'?").format(word=match) for match in near)])
