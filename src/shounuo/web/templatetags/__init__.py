"""Filters of the trade."""
