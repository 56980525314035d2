"""Measuring: ratios taken in one run."""
