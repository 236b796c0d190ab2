"""What a format is: a name, the endings of its files, what it can write, the options it understands, and a function.

A user's package offers one of these under the entry point group `policydiff.export.registry.GROUP`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from policydiff.errors import PolicyDiffError, UsageError
from policydiff.messages import _

Render = Callable[..., bytes | str]
"""Called with the value and every option as a keyword; gives the file's bytes, or its text, written as UTF-8."""

WORDS: Mapping[str, bool] = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
"""How a yes and a no may be written where only text can be given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Something to say about a format: ``help`` is a msgid; ``choices`` are the values allowed, if they are few.

    ``type`` is bool, int, float or str; with ``many``, any number of such values in a tuple.
    """

    name: str
    help: str
    type: type[bool] | type[int] | type[float] | type[str] = bool
    default: Any = False
    choices: tuple[Any, ...] = ()
    many: bool = False

    @property
    def flag(self) -> str:
        """The option as a command line has it."""
        return "--" + self.name.replace("_", "-")

    def checked(self, value: Any) -> Any:
        """``value`` as the format takes it; UsageError where it is none of the values allowed."""
        if self.many:
            return tuple(self._one(item) for item in ((value,) if isinstance(value, str) else tuple(value)))
        return value if value is self.default else self._one(value)

    def _one(self, value: Any) -> Any:
        found = self._typed(value)
        if found is None or (self.choices and found not in self.choices):
            allowed = self.choices or (("true", "false") if self.type is bool else (self.type.__name__,))
            raise UsageError(
                _("“{value}” is no value of {option}.").format(value=value, option=self.name),
                cause=_("It may be {values}.").format(values=", ".join(map(str, allowed))),
                fix=_("Use one of these, or leave it out."),
            )
        return found

    def _typed(self, value: Any) -> Any:
        """``value`` in the option's type, read from text where it is text; None where it cannot be."""
        if self.type is bool:
            return value if isinstance(value, bool) else WORDS.get(str(value).lower())
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            return None
        try:
            return self.type(value)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way to write values of the type ``takes``.

    ``suffixes`` are file name endings, the usual one first, each beginning with a dot; ``label`` is a msgid.
    ``render`` is a function, or where it is found (``package.module:function``) when it is first needed. ``binary``
    files do not belong on a terminal. ``package`` is whose it is, empty for our own.
    """

    name: str
    takes: type
    suffixes: tuple[str, ...]
    label: str
    render: Render | str
    options: tuple[Option, ...] = ()
    binary: bool = False
    package: str = ""

    @property
    def title(self) -> str:
        """The label in the language in use."""
        return _(self.label)

    def checked(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Every option with the value given, typed, or its default; UsageError for one that is not understood."""
        known = {option.name: option for option in self.options}
        for name in given:
            if name not in known:
                raise UsageError(
                    _("The format “{format}” has no option “{name}”.").format(format=self.name, name=name),
                    cause=_("Its options are {names}.").format(names=", ".join(known))
                    if known
                    else _("It has no options."),
                    fix=_("Leave it out, or choose another format."),
                )
        return {name: known[name].checked(given.get(name, known[name].default)) for name in known}

    def made(self, value: Any, given: Mapping[str, Any]) -> bytes:
        """The bytes of a file that holds ``value``; UsageError for options it does not understand."""
        options = self.checked(given)
        if not self.package:
            return _bytes(self._function()(value, **options))
        try:
            return _bytes(self._function()(value, **options))
        except PolicyDiffError:
            raise
        except Exception as error:
            raise PolicyDiffError(
                _("The format “{format}” failed: {name}: {text}").format(
                    format=self.name, name=type(error).__name__, text=error
                ),
                cause=_("It comes from the package {package}.").format(package=self.package),
                fix=_("Tell its makers, or choose another format."),
            ) from error

    def _function(self) -> Render:
        if not isinstance(self.render, str):
            return self.render
        module, _colon, name = self.render.partition(":")
        found: Render = getattr(import_module(module), name)
        return found


def _bytes(made: bytes | str) -> bytes:
    if isinstance(made, str):
        return made.encode("utf-8")
    if isinstance(made, bytes):
        return made
    raise TypeError(f"a format gives bytes or str, not {type(made).__name__}")
