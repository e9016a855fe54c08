"""Runs the command line: `python -m khaotag`."""

from .cli import main

if __name__ == "__main__":
    main()
