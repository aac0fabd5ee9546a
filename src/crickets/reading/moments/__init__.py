"""Days that a text names, and the day on which somebody is back."""
