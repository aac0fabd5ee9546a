"""
Word to those who watch over the program: the service manager now, the owner by digest later.
"""
