"""Transcript -> steps, findings, measures, score. One detector per file."""
