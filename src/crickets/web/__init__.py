"""
Requests to one web server, bounded in time and in what they take in; and the ear for those who ask here.

The only home of urllib3. Knows HTTP and TLS; must not know what is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crickets.on_first_use import on_first_use

if TYPE_CHECKING:
    from crickets.web.asking import PATIENCE, Answer, Asking
    from crickets.web.ear import END_OF_HEAD, next_line, request_head
    from crickets.web.site import Site
else:
    __getattr__ = on_first_use(
        __name__,
        {
            "END_OF_HEAD": "ear",
            "PATIENCE": "asking",
            "Answer": "asking",
            "Asking": "asking",
            "Site": "site",
            "next_line": "ear",
            "request_head": "ear",
        },
    )

__all__ = ["END_OF_HEAD", "PATIENCE", "Answer", "Asking", "Site", "next_line", "request_head"]
