"""The steps of a call (P2, P9), one file for each part of it; `done` tells which were done and where."""
