"""Translations without system tools: `compile` .po to .mo, `extract` new strings into the .po files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parents[1] / "src" / "shounuo"
LOCALE = SOURCE / "web" / "locale"
NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)  # a date in the file would only make conflicts
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def compile_all() -> None:
    """Writes each .mo that is older than its .po."""
    for po in sorted(LOCALE.glob("*/*/LC_MESSAGES/*.po")):
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
            continue
        with po.open("rb") as source:
            catalog = read_po(source, locale=po.parts[-3])
        fresh = mo.with_suffix(".new")
        with fresh.open("wb") as target:
            write_mo(target, catalog)
        fresh.replace(mo)


def extract_all() -> None:
    """Merges the marked strings into the Chinese of each room: `locale/ROOM/zh_Hans/…`.

    English is what stands in the source. A file a room keeps its translators out of each other's way.
    """
    rooms: dict[str, Catalog] = {}
    for name, _line, message, context in _found():
        room = rooms.setdefault(room_of(name), Catalog(project="shounuo", charset="utf-8"))
        room.add(message, context=context)
    for room, template in rooms.items():
        _merge(template, LOCALE / room / "zh_Hans" / "LC_MESSAGES" / "django.po", "zh_Hans")


def room_of(name: str) -> str:
    """The room of pages a source file belongs to; what all pages share is `desk`."""
    parts = name.split("/")  # src/shounuo/web/[templates/]ROOM/…
    inside = parts[4:] if parts[3:4] == ["templates"] else parts[3:]
    is_room = parts[2:3] == ["web"] and len(inside) > 1 and (SOURCE / "web" / inside[0]).is_dir()
    return inside[0] if is_room else "desk"


def marked() -> Catalog:
    """Every string marked for translation, with where it stands."""
    template = Catalog(project="shounuo", charset="utf-8")
    for name, line, message, context in _found():
        template.add(message, locations=[(name, line)], context=context)
    return template


def _found() -> Iterator[tuple[str, int, object, str | None]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield from _strings(path, "python", path.read_bytes())
    if not settings.configured:
        settings.configure(USE_I18N=True)
    for path in sorted((SOURCE / "web" / "templates").rglob("*.html")):
        # Django turns a template into gettext calls; the lenient lexer reads them among the rest.
        yield from _strings(path, "javascript", templatize(path.read_text("utf-8")).encode())


def _strings(
    path: Path, method: str, content: bytes
) -> Iterator[tuple[str, int, object, str | None]]:
    name = str(path.relative_to(SOURCE.parents[1]))
    options = {"encoding": "utf-8", "template_string": "false", "jsx": "false"}
    for line, message, _comments, context in extract(
        method, BytesIO(content), KEYWORDS, options=options
    ):
        yield name, line, message, context


def _merge(template: Catalog, path: Path, language: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    catalog = Catalog(
        locale=language, project="shounuo", creation_date=NO_DATE, revision_date=NO_DATE
    )
    if path.exists():
        with path.open("rb") as source:
            catalog = read_po(source, locale=language)
    catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
    with path.open("wb") as target:
        write_po(target, catalog, width=100, sort_output=True, no_location=True, omit_header=False)


if __name__ == "__main__":
    {"compile": compile_all, "extract": extract_all}[sys.argv[1]]()
