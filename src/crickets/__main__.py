"""
`python -m crickets`: the same as the command `crickets`.
"""

from __future__ import annotations

from crickets.cli.main import main

if __name__ == "__main__":
    main()
