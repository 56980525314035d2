"""Identifying data at rest: sealed with AES-GCM, findable by a keyed hash of the normalised value.

The two keys come from the settings and can live outside the data folder. Exact match only:
a keyed hash finds equal values, nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
import unicodedata
from functools import lru_cache

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

_VERSION = b"\x01"
_NONCE_BYTES = 12


def seal(plain: str) -> str:
    """Text -> sealed text; the empty string stays empty."""
    if not plain:
        return ""
    nonce = os.urandom(_NONCE_BYTES)
    body = _cipher(settings.SHOUNUO_DATA_KEY).encrypt(nonce, plain.encode(), _VERSION)
    return base64.b64encode(_VERSION + nonce + body).decode()


def unseal(sealed: str) -> str:
    """Sealed text -> text. Raises `cryptography.exceptions.InvalidTag` under another key."""
    if not sealed:
        return ""
    blob = base64.b64decode(sealed)
    nonce, body = blob[1 : 1 + _NONCE_BYTES], blob[1 + _NONCE_BYTES :]
    return _cipher(settings.SHOUNUO_DATA_KEY).decrypt(nonce, body, blob[:1]).decode()


@lru_cache(maxsize=4)
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)


def normalised(value: str) -> str:
    """The form in which two spellings of one number, id or name are equal."""
    folded = unicodedata.normalize("NFKC", value).strip().upper()
    compact = re.sub(r"[\s\-().]", "", folded)
    if re.fullmatch(r"(\+|00)?86(1\d{10})", compact):
        return compact[-11:]
    return compact


def keyed_hash(value: str, *, kind: str) -> str:
    """64 hex digits; `kind` keeps a phone and an id with the same digits apart."""
    if not value:
        return ""
    message = f"{kind}\x00{normalised(value)}".encode()
    return hmac.new(settings.SHOUNUO_HASH_KEY, message, hashlib.sha256).hexdigest()
