"""The review: everybody's layers of one article side by side, disputes as cards, decisions into the gold layer."""
