"""Where things are kept, and the files they come from and go to."""
