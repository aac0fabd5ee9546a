"""
Whole years of a mailbox lived in seconds, from a seed: people with habits, faults at every call, six promises.

`year` lives one year; `people` are its owner and clients, `weather` its faults, `truth` what really happened. `model`
says from the truth alone what Crickets owes, by its own simple count of days (`almanac`), and `witness` holds what is
done to the mailbox against it. `python -m tests.simulation` runs many years; `guards` shows what breaks without each
of Crickets' guards.
"""
