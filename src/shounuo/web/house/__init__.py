"""The administrator's pages: who works here, in which teams, from which lines."""
