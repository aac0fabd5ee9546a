"""An author's new text apart from quote and signature, and the marks by which a quote is known again."""
