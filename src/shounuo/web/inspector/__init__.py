"""The inspector's pages: what to listen to first, one call with its findings, appeals, agreement, coaching."""
