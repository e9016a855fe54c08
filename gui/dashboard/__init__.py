"""The dashboard: how far everybody is, how far they agree, and the conflicts behind each number."""
