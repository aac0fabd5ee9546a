"""How the owner's letters look: their type, their paragraphs, their signature as it was set."""
