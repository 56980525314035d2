"""How one lender writes its files: loaded from YAML, checked, bound to a header."""
