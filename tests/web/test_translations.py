"""Chinese first: every marked string has its Chinese."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from machinery.translations import messages


def chinese() -> Catalog:
    """The Chinese of every room, as it is in the source."""
    whole = Catalog(locale="zh_Hans")
    for path in sorted(messages().LOCALE.glob("*/zh_Hans/LC_MESSAGES/django.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale="zh_Hans"):
                if message.string or message.id not in whole:
                    whole.add(
                        message.id, message.string, flags=message.flags, context=message.context
                    )
    return whole


def untranslated(marked: Catalog, catalog: Catalog) -> list[str]:
    """Marked strings without Chinese, each with the first place it stands at."""
    missing = []
    for message in marked:
        known = catalog.get(message.id, message.context) if message.id else message
        said = known.string if known and not known.fuzzy else ""
        if message.id and not all([said] if isinstance(said, str) else said):
            missing.append(f"{message.locations[0][0]}: {message.id}")
    return missing


def test_every_marked_string_has_its_chinese() -> None:
    """Run `make messages` and write the Chinese for what this names."""
    assert untranslated(messages().marked(), chinese()) == []


def test_a_string_has_one_chinese_in_every_room() -> None:
    """The rooms' files are merged and the first wins: where two mean different things, give a context."""
    said: dict[tuple[object, object], set[object]] = {}
    for path in sorted(messages().LOCALE.glob("*/zh_Hans/LC_MESSAGES/django.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale="zh_Hans"):
                if message.id:
                    said.setdefault((message.context, message.id), set()).add(message.string)
    assert {key: words for key, words in said.items() if len(words) > 1} == {}


def test_missing_empty_and_fuzzy_strings_are_all_noticed() -> None:
    """The search itself is able to fail."""
    marked, catalog = Catalog(), Catalog(locale="zh_Hans")
    for text in ("Missing", "Empty", "Fuzzy", "Said"):
        marked.add(text, locations=[("page.html", 1)])
    catalog.add("Empty", "")
    catalog.add("Fuzzy", "模糊", flags=["fuzzy"])
    catalog.add("Said", "说过")
    assert untranslated(marked, catalog) == [
        "page.html: Missing",
        "page.html: Empty",
        "page.html: Fuzzy",
    ]


def test_strings_are_found_in_templates_and_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Plain, with context, counted, and after a stray apostrophe: all are found."""
    templates = tmp_path / "src" / "shounuo" / "web" / "templates"
    templates.mkdir(parents=True)
    (templates / "a.html").write_text(
        "{% load i18n %}<p>it's</p>{% translate 'Next case' %} {% translate 'Hang up' context 'phone' %}\n"
        "{% blocktranslate count n=n %}{{ n }} call{% plural %}{{ n }} calls{% endblocktranslate %}"
    )
    (tmp_path / "src" / "shounuo" / "b.py").write_text('title = _("Board")\n')
    monkeypatch.setattr(messages(), "SOURCE", tmp_path / "src" / "shounuo")
    found = {(message.id, message.context) for message in messages().marked() if message.id}
    assert found == {
        ("Next case", None),
        ("Hang up", "phone"),
        (("%(n)s call", "%(n)s calls"), None),
        ("Board", None),
    }
