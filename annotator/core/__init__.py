"""What an annotation is. Standard library only, no input or output."""
