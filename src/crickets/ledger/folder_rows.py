"""
How far a folder was read as a row, and a row as that again.

Knows the columns of the table of folders; must not know any question asked of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crickets.domain.mailbox import FolderEvidence, Uid, UidValidity
from crickets.domain.message import Role
from crickets.ledger.packing import Values, clean, packed, unpacked
from crickets.ledger.tables import FOLDERS

EVIDENCE = (
    FOLDERS.c.name,
    FOLDERS.c.role,
    FOLDERS.c.uid_validity,
    FOLDERS.c.last_uid,
    FOLDERS.c.whole,
    FOLDERS.c.read_at,
    FOLDERS.c.problem,
    FOLDERS.c.gaps,
    FOLDERS.c.held,
    FOLDERS.c.levels,
    FOLDERS.c.mod_sequence,
    FOLDERS.c.uid_next,
    FOLDERS.c.newest_read,
)
"""What must be selected for `evidence_of`, in its order."""


def evidence_values(evidence: FolderEvidence) -> Values:
    """The columns of a folder's evidence, but for its numbers and its name."""
    return {
        "role": evidence.role.value,
        "uid_validity": evidence.uid_validity,
        "last_uid": evidence.last_uid,
        "whole": int(evidence.whole),
        "read_at": evidence.read_at,
        "problem": clean(evidence.problem),
        "gaps": " ".join(str(uid) for uid in evidence.gaps),
        "held": evidence.held,
        "levels": packed(tuple(map(clean, evidence.levels))),
        "mod_sequence": evidence.mod_sequence,
        "uid_next": evidence.uid_next,
        "newest_read": int(evidence.newest_read),
    }


def evidence_of(row: Sequence[Any]) -> FolderEvidence:
    """The evidence of a row of `EVIDENCE`."""
    (
        *(name, role, uid_validity, last_uid, whole, read_at, problem, gaps, held, levels, mod_sequence, uid_next),
        newest_read,
    ) = row
    return FolderEvidence(
        folder=name,
        role=Role(role),
        uid_validity=UidValidity(uid_validity),
        last_uid=Uid(last_uid),
        whole=bool(whole),
        read_at=read_at,
        problem=problem,
        gaps=tuple(Uid(int(uid)) for uid in gaps.split()),
        held=held,
        levels=unpacked(levels),
        mod_sequence=mod_sequence,
        uid_next=None if uid_next is None else Uid(uid_next),
        newest_read=bool(newest_read),
    )
