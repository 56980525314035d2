"""The lead's pages: the board and the calls behind it, the floor live, cases and who works them."""
