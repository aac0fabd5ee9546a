"""The writing: what a draft says, and the bytes it is made of."""
