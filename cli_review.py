"""Commands of a reviewer: agreement, adjudicate."""
