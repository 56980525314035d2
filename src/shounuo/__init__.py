"""Shounuo 守诺: a collections desk that keeps contact lawful and promises kept."""
