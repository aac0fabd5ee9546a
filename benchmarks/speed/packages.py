"""
Programs beside which ours is measured: the installed one, or Debian's packages, unpacked and never installed.
"""

from __future__ import annotations

import shutil

from tests.servers.packages import Packages, library_path, unpacked


def found(name: str, package: str) -> tuple[str, str]:
    """A program, and where its libraries are; raises Unavailable where it can't be had."""
    if installed := shutil.which(name):
        return installed, ""
    packages = Packages(server=name, wanted=(package,), program=f"usr/bin/{name}")
    root = unpacked(packages)
    return str(root / packages.program), library_path(root)
