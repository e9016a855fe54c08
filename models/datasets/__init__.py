"""From tagged articles to a dataset: near-duplicates, splits, units, label maps and relation examples; all pure."""
