"""The team: people, who tags what, and bringing everybody's work together."""
