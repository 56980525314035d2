"""What protects a session. Strict everywhere; only plain-http relaxations where `place.is_demo()`."""

from __future__ import annotations

import os
from typing import Any

SHIFT_SECONDS = 12 * 60 * 60  # nobody stays signed in past the longest shift
YEAR_SECONDS = 365 * 24 * 60 * 60
LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]

PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]


def allowed_hosts() -> list[str]:
    """`SHOUNUO_HOSTS`, comma-separated; without it only this machine may be addressed."""
    given = os.environ.get("SHOUNUO_HOSTS", "")
    return [host.strip() for host in given.split(",") if host.strip()] or list(LOOPBACK)


def settings_for(mode: str) -> dict[str, Any]:
    """Django's security settings for `mode` (demo, test or production)."""
    return {**_always(), **(_over_tls() if mode == "production" else {})}


def _always() -> dict[str, Any]:
    return {
        "SESSION_COOKIE_AGE": SHIFT_SECONDS,
        "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "CSRF_COOKIE_SAMESITE": "Lax",
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_REFERRER_POLICY": "same-origin",
        "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
        "X_FRAME_OPTIONS": "DENY",
        "CSRF_TRUSTED_ORIGINS": _origins(),
    }


def _over_tls() -> dict[str, Any]:
    """TLS ends at the proxy in front; `SHOUNUO_PROXY_TLS=1` says that it sets X-Forwarded-Proto."""
    proxied = os.environ.get("SHOUNUO_PROXY_TLS") == "1"
    return {
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_HSTS_SECONDS": YEAR_SECONDS,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
        # Browsers' preload list is for public sites; a desk is none.
        "SILENCED_SYSTEM_CHECKS": ["security.W021"],
        "SECURE_SSL_REDIRECT": proxied,
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https") if proxied else None,
    }


def _origins() -> list[str]:
    """Every named host over https; the proxy's address is the one people see."""
    named = [host for host in allowed_hosts() if host not in LOOPBACK and host != "*"]
    return [f"https://{'*' if host.startswith('.') else ''}{host}" for host in named]
