"""What the gate asks about a case and no file tells: consents, requests, dated facts, with their evidence."""
