"""The use cases, one verb a file: what the window and the command line both call."""
