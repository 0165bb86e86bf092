"""The text view: an Arabic article with its annotations, read, selected and marked."""
