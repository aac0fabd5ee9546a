"""How somebody writes: greeting, sign-off, language, form of address, name, telephone."""
