"""Dialogs: each one question, answered in a window of its own."""
