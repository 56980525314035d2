"""Insight: movement between buckets, the funnel to a kept promise, the quality of promises; exports."""
