"""What the library for command lines says in words of its own, in the language of the interface.

Most of its words come out of our catalogue, as `boundary` points it there; here is what it has in English only.
"""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.exceptions import TyperException

from mhscan.errors import UsageError
from mhscan.language import _
from mhscan.text import NotTextError, received
from mhscan.ui.streams import out

_TYPE = re.compile(r" <[A-Za-z\[\]]+>$")
"""What the library puts after the name of an argument: its type in Python, which says nothing to most people."""


class Command(TyperCommand):
    """A command whose help is in one language."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments; whether a file may be read is seen, and said, when it is read."""
        for one in self.params:
            if isinstance(one, TyperArgument | TyperOption) and one.type_descriptor.parameter_info is not None:
                one.type_descriptor.parameter_info.readable = False
        rest = super().parse_args(ctx, args)
        for parameter in self.params:
            if parameter.name in ctx.params:
                ctx.params[parameter.name] = _text(parameter, ctx.params[parameter.name])
        return rest

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The first line of the help."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), _("Usage: "))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The arguments and the options."""
        for title, kind in ((_("Arguments"), "argument"), (_("Options"), "option")):
            found = [one.get_help_record(ctx) for one in self.get_params(ctx) if one.param_type_name == kind]
            rows = [one for one in found if one is not None]
            if kind == "argument":
                rows = [(_TYPE.sub("", name), text) for name, text in rows]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        """The option --help."""
        return _help(super().get_help_option(ctx))


def _text(parameter: Any, value: Any) -> Any:
    """What was given for a parameter, if it is text that can be kept; a path may have any bytes in it.

    Raises:
        UsageError: it is no text. Whatever would be made of it, it would not be what was meant.
    """
    if isinstance(value, list | tuple):
        return type(value)(_text(parameter, one) for one in value)
    if not isinstance(value, str):
        return value
    try:
        return received(value)
    except NotTextError as error:
        message = _("{name} is no text in UTF-8 from character {column} on.")
        hint = _("Set the terminal, or what calls mhscan, to UTF-8. Nothing is saved.")
        raise UsageError(message.format(name=_name(parameter), column=error.column), hint) from None


class Group(TyperGroup):
    """The program itself, whose help and errors are in one language."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The first line of the help."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), _("Usage: "))

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


def usage_error(error: TyperException) -> UsageError:
    """What is wrong with the arguments."""
    return UsageError(_wrong(error), _see(getattr(error, "ctx", None)))


def _see(context: Any) -> str:
    return _("See: {command} --help").format(command=context.command_path if context else "mhscan")


def _wrong(error: Any) -> str:
    """The error of the library as a sentence."""
    kind = type(error).__name__
    if kind == "NoSuchOption":
        message = _("There is no option {name}.").format(name=error.option_name)
        return _nearest(message, error.option_name, error.possibilities or ())
    if kind == "MissingParameter":
        return _("{name} is missing.").format(name=_name(error.param))
    if kind == "BadParameter" and error.param is not None and error.param.type_descriptor.choices:
        known = ", ".join(map(str, error.param.type_descriptor.choices))
        return _("{name} must be one of: {known}.").format(name=_name(error.param), known=known)
    if kind == "BadOptionUsage":
        message = _("{name} takes no value.") if "does not take" in error.message else _("{name} needs a value.")
        return message.format(name=error.option_name)
    too_much = re.search(r"extra argument\(s\) \((.*)\)$", error.message)
    if too_much:
        return _("This does not belong to the command: {words}").format(words=too_much[1])
    return str(error.format_message())


def _name(parameter: Any) -> str:
    """What a parameter is called in the help."""
    return str(parameter.opts[0]) if parameter.param_type_name == "option" else str(parameter.display_name_raw)


def _nearest(message: str, word: str, known: Any) -> str:
    """The message, and the known word that is most like the wrong one."""
    import difflib

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return " ".join([message, *(_("Did you mean '{word}'?").format(word=one) for one in near)])
