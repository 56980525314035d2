"""Logs: one JSON object a line on standard error, without personal data."""

from __future__ import annotations

import logging
import os
import sys

import structlog

from shounuo.settings.privacy import without_personal_data

_SHARED = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.PositionalArgumentsFormatter(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
]


def configure() -> None:
    """Routes structlog and the standard library through the same lines (`SHOUNUO_LOG_LEVEL`)."""
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter())
    root = logging.getLogger()
    root.handlers = [h for h in root.handlers if not getattr(h, "is_shounuo", False)] + [handler]
    handler.is_shounuo = True  # type: ignore[attr-defined]
    root.setLevel(os.environ.get("SHOUNUO_LOG_LEVEL", "WARNING").upper())


def formatter() -> logging.Formatter:
    """Personal data leaves last, so that tracebacks and library messages pass the same filter."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=_SHARED,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            without_personal_data,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )
