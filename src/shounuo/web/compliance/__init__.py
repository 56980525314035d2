"""The compliance officer's pages: today at the gate, the rules, what changed, what if."""
