"""Commands that look through all articles: search, suggest."""
