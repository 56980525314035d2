"""Recordings in: who speaks when, by energy per channel; words too, where a speech model is installed."""
