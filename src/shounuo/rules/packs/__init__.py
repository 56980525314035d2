"""One folder per pack; adding a jurisdiction is adding files here."""
