"""What wrote a mail: the clues of header and body, and how they are weighed."""
