"""Word to those who watch over the program."""
