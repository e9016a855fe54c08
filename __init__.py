"""Khaotag: a desktop app in which people tag Thai news."""

__version__ = "0.1.0"
