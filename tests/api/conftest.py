"""The door is tried on the floor of the collector's pages."""

from web.collector.conftest import floor

__all__ = ["floor"]
