"""The concordance: a string in all articles, with its surroundings, to look through and to mark many at once."""
