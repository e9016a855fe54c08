"""The schema editor: types with keys, colours and guidelines, relations with what they may join."""
