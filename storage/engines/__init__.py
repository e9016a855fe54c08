"""Engines that need files, processes or a trained model."""
