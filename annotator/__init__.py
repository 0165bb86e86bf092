"""Hashiya: mark spans in Arabic news by hand, lose nothing, export exact training data."""

__version__ = "0.1.0"
