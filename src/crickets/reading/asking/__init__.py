"""Whether a mail expects an answer, and what a holding reply promises."""
