"""Bring the message catalogues up to date: extract from the sources, merge, fill in English, compile.

    python tools/catalogues.py          writes src/policydiff/locale/*/LC_MESSAGES/policydiff.{po,mo}

Translations are edited in the ``.po`` files; running this twice changes nothing.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
SOURCES = (ROOT / "src", ROOT / "tui")
CATALOGUES = ROOT / "src" / "policydiff" / "locale"
LOCALES = ("zh_CN", "en")
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""Compiled catalogues carry this date, so that compiling again gives the same bytes."""

METHODS = [("**.py", "python"), ("**.j2", "jinja2")]
"""Messages stand in code and in the templates of pages."""

KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}

CLICK_MESSAGES: tuple[str | tuple[str, str], ...] = (
    "Usage:",
    "[OPTIONS]",
    "Options",
    "Commands",
    "Positional arguments",
    "default: {default}",
    "env var: {var}",
    "Show this message and exit.",
    "Show the version and exit.",
    "Error: {message}",
    "Try '{command} {option}' for help.",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "Missing argument",
    "Missing option",
    "Missing command.",
    "No such option {name!r}.",
    "No such command {name!r}.",
    "Option {name!r} does not take a value.",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
"""What click itself says to users of this program; it looks its sentences up in our catalogue."""


def template() -> Catalog:
    """Every message of the sources and those of click that its users see."""
    catalogue = Catalog(project="policydiff", charset="utf-8")
    for message in CLICK_MESSAGES:
        catalogue.add(message)
    for folder in SOURCES:
        found = extract_from_dir(
            folder, METHODS, keywords=KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
        )
        for _name, _line, message, comments, context in found:
            catalogue.add(message, auto_comments=comments, context=context)
    return catalogue


def updated(locale: str, old: Catalog, source: Catalog) -> Catalog:
    """``old`` with the messages of ``source``, vanished ones dropped; English says what the msgid says."""
    new = Catalog(locale=locale, project="policydiff", charset="utf-8", fuzzy=False)
    for message in source:
        if not message.id:
            continue
        known = old.get(message.id, context=message.context)
        string = message.id if locale == "en" else (known.string if known is not None else "")
        new.add(message.id, string, context=message.context, auto_comments=message.auto_comments)
    return new


def as_po(catalogue: Catalog) -> bytes:
    """The catalogue as text, in the order of the alphabet, without dates and places: code may move, messages stay."""
    out = io.BytesIO()
    write_po(out, catalogue, width=110, omit_header=True, no_location=True, sort_output=True)
    header = [
        f"# {catalogue.project}",
        'msgid ""',
        'msgstr ""',
        f'"Language: {catalogue.locale}\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=utf-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
        f'"Plural-Forms: {catalogue.plural_forms}\\n"',
        "\n",
    ]
    return "\n".join(header).encode() + out.getvalue()


def as_mo(po: bytes, locale: str) -> bytes:
    """What `gettext` loads, compiled from the text of a catalogue."""
    catalogue, out = read_po(io.BytesIO(po), locale=locale), io.BytesIO()
    catalogue.creation_date = catalogue.revision_date = UNDATED
    catalogue.last_translator = catalogue.language_team = ""
    write_mo(out, catalogue)
    return out.getvalue()


def read(locale: str) -> Catalog:
    """The catalogue as it stands, empty where there is none yet."""
    path = po_path(locale)
    return read_po(io.BytesIO(path.read_bytes()), locale=locale) if path.exists() else Catalog(locale=locale)


def po_path(locale: str) -> Path:
    """Where the catalogue of ``locale`` stands."""
    return CATALOGUES / locale / "LC_MESSAGES" / "policydiff.po"


def main(arguments: list[str]) -> int:
    """Write every catalogue, or with ``--check`` only look; 1 where one is not current or lacks a translation."""
    source, wrong = template(), 0
    for locale in LOCALES:
        path, catalogue = po_path(locale), updated(locale, read(locale), source)
        po = as_po(catalogue)
        files = {path: po, path.with_suffix(".mo"): as_mo(po, locale)}
        for message in untranslated(catalogue):
            print(f"{locale}: not translated: {message!r}", file=sys.stderr)
            wrong = 1
        for file, data in files.items():
            if "--check" not in arguments:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
            elif not file.exists() or file.read_bytes() != data:
                print(f"{file.relative_to(ROOT)} is not current: run make messages", file=sys.stderr)
                wrong = 1
    return wrong


def untranslated(catalogue: Catalog) -> list[str | tuple[str, ...]]:
    """The msgids of which a form has no translation."""
    return [message.id for message in catalogue if message.id and not complete(message.string)]


def complete(string: str | tuple[str, ...]) -> bool:
    """True where every form of a translation is filled in."""
    return all(string) if isinstance(string, tuple) else bool(string)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
