"""One detector per file; `registry` loads them all."""
