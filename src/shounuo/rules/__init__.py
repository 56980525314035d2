"""Law and house policy as dated data and pure checks: (facts, as_of) -> Verdict. No queries, no pages."""
