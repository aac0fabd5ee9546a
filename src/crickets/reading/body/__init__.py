"""How a mail's bytes become the text that a reader would see."""
