"""The way in: signing in and out, the first page by role, the palette."""
