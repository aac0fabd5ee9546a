"""
The vocabulary and the rules: pure, without a clock, without input or output.

Everything here takes facts and a ``now`` and gives a value; nothing here may know a server, a file or a library.
"""
