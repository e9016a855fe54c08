"""Commands by which people share work: bundle, merge, assign."""
