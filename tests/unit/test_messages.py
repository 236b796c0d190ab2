"""Every message is translated, and the language is the one that was asked for."""

from __future__ import annotations

import gettext
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from tools import catalogues

from policydiff import messages
from policydiff.messages import _, ngettext


@pytest.fixture(autouse=True)
def _language() -> object:
    yield
    messages.use(None)


@pytest.fixture(scope="module")
def template() -> Catalog:
    return catalogues.template()


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "zh"),
        ({"LANG": "C"}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "POSIX"}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "de_DE@euro"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "zh_CN"}, "zh"),
        ({"LANG": "zh_CN", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US", "LC_ALL": ""}, "en"),
    ],
)
def test_the_locale_decides(environ: dict[str, str], language: str) -> None:
    assert messages.locale_language(environ) == language


def test_a_choice_overrides_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert _("Options") == "Options"
    messages.use("zh")
    assert _("Options") == "选项"
    messages.use(None)
    assert _("Options") == "Options"


def test_an_unknown_message_is_itself() -> None:
    messages.use("zh")
    assert _("no such message") == "no such message"
    assert _("") == ""


@pytest.mark.parametrize(
    ("language", "count", "text"),
    [("en", 1, "1 document in x"), ("en", 2, "2 documents in x"), ("zh", 2, "x 共 2 份文件")],
)
def test_plurals(language: messages.Language, count: int, text: str) -> None:
    messages.use(language)
    assert (
        ngettext("{count} document in {name}", "{count} documents in {name}", count).format(count=count, name="x")
        == text
    )


@pytest.mark.parametrize("locale", catalogues.LOCALES)
def test_every_message_is_translated(locale: str, template: Catalog) -> None:
    assert catalogues.untranslated(catalogues.updated(locale, catalogues.read(locale), template)) == []


@pytest.mark.parametrize("locale", catalogues.LOCALES)
def test_translations_use_the_same_placeholders(locale: str) -> None:
    for message in catalogues.read(locale):
        if message.id:
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            allowed = placeholders(ids[-1])
            for text in strings:
                assert placeholders(text) == allowed or placeholders(text) == placeholders(ids[0]), message.id


@pytest.mark.parametrize("locale", catalogues.LOCALES)
def test_compiled_catalogues_match_their_sources(locale: str) -> None:
    path = catalogues.po_path(locale)
    assert path.with_suffix(".mo").read_bytes() == catalogues.as_mo(path.read_bytes(), locale)


def test_messages_borrowed_from_click_are_still_clicks() -> None:
    import click

    said = "".join(path.read_text(encoding="utf-8") for path in Path(click.__file__).parent.glob("*.py"))
    for message in catalogues.CLICK_MESSAGES:
        for form in (message,) if isinstance(message, str) else message:
            assert form in said.replace('"\n                    "', ""), form


def test_catalogues_load_as_gettext_loads_them() -> None:
    found = gettext.find(messages.DOMAIN, messages.CATALOGUES, ["zh_CN"])
    assert found is not None


def placeholders(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}
