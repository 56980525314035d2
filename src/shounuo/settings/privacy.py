"""What may not stand in a log: values under personal names, and long runs of digits anywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping
from typing import Any

HIDDEN = "▇"
PERSONAL = frozenset(
    [
        "name",
        "full_name",
        "surname",
        "given_name",
        "customer_name",
        "phone",
        "phones",
        "mobile",
        "telephone",
        "number",
        "numbers",
        "id_no",
        "id_number",
        "id_card",
        "national_id",
        "ssn",
        "passport",
        "card",
        "card_no",
        "account_no",
        "address",
        "email",
        "e_mail",
        "wechat",
        "qq",
        "birthday",
        "birth_date",
        "date_of_birth",
        "employer",
        "password",
        "secret",
        "token",
    ]
)
# Seven digits or more, with the separators people put between them: phones, cards, identity numbers.
# Full-width and other scripts' digits count (\d), and the last check letter of an identity number.
_DIGITS = re.compile(r"\d(?:[ \-.()·]?\d){6,}[Xx]?")
_INSTANT = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
)
_MAIL = re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+\.\w+")


def without_personal_data(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> Any:
    """A structlog processor: the event with personal values hidden, however deep they are."""
    return {
        key: value if key == "timestamp" else _field(key, value) for key, value in event.items()
    }


def _field(key: object, value: Any) -> Any:
    return HIDDEN if str(key).lower() in PERSONAL else _clean(value)


def _clean(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {_clean(key): _field(key, inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_clean(inner) for inner in value]
    if value is None or isinstance(value, bool | float):
        return value
    if isinstance(value, int):
        return value if len(str(abs(value))) < 7 else HIDDEN
    return mask(str(value))


def mask(text: str) -> str:
    """`text` with mail addresses and long digit runs hidden; instants stay readable."""
    pieces, position = [], 0
    for found in _INSTANT.finditer(text):
        pieces += [_hide(text[position : found.start()]), found.group()]
        position = found.end()
    return "".join([*pieces, _hide(text[position:])])


def _hide(text: str) -> str:
    return _DIGITS.sub(HIDDEN, _MAIL.sub(HIDDEN, text))
