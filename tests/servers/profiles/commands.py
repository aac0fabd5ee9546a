"""What each command does, and how it ends.

The table at the end is the server: a profile has those commands whose capability it claims.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from tests.fakes.mailbox import Lying, Shelf
from tests.servers.names import quoted
from tests.servers.profiles.fetching import fetch
from tests.servers.profiles.listing import listed, shelf_told, status_line, wanted_of
from tests.servers.profiles.moments import Goodbye, Refusal
from tests.servers.profiles.profile import Profile
from tests.servers.profiles.searching import found
from tests.servers.profiles.session import Act, Command, Session
from tests.servers.profiles.view import View
from tests.servers.profiles.words import Word, is_list, text, texts, words

_SYSTEM_FLAGS = ("\\Answered", "\\Flagged", "\\Deleted", "\\Seen", "\\Draft")


def _capability(session: Session, _command: Command) -> str:
    session.tell(f"* CAPABILITY {' '.join(['IMAP4rev1', *sorted(session.profile.capabilities)])}\r\n".encode())
    return "OK CAPABILITY completed"


def _noop(_session: Session, command: Command) -> str:
    return f"OK {command.verb} completed"


def _logout(session: Session, command: Command) -> str:
    session.tell(f"{command.tag.decode()} OK LOGOUT completed\r\n".encode())
    raise Goodbye("Logging out")


def _login(session: Session, command: Command) -> str:
    name, password = (text(word) for word in words(command.parts))
    account = session.house.accounts.get(name)
    if account is None or password != session.house.password:
        return "NO [AUTHENTICATIONFAILED] Invalid credentials"
    most = session.profile.most_connections
    if most and account.connections >= most:
        return "NO [ALERT] Too many simultaneous connections. (Failure)"
    account.connections += 1
    session.account = account
    return "OK Logged in"


def _id(session: Session, _command: Command) -> str:
    session.tell(f'* ID ("name" "{session.profile.name}")\r\n'.encode())
    return "OK ID completed"


def _enable(session: Session, command: Command) -> str:
    claimed = [name for name in texts(words(command.parts)) if session.profile.can(name.upper())]
    session.tell(f"* ENABLED {' '.join(claimed)}\r\n".encode())
    return "OK ENABLE completed"


def _namespace(session: Session, _command: Command) -> str:
    naming = session.profile.naming
    session.tell(f'* NAMESPACE (("{naming.prefix}" "{naming.separator}")) NIL NIL\r\n'.encode())
    return "OK NAMESPACE completed"


def _list(session: Session, command: Command) -> str:
    session.tell(*listed(session.memory, session.profile, command.verb, words(command.parts), session.view))
    return f"OK {command.verb} completed"


def _status(session: Session, command: Command) -> str:
    folder, items = words(command.parts)
    name = _folder(session, folder)
    _shelf(session, name)
    told = shelf_told(session.memory, name, session.view)
    session.tell(status_line(session.profile, name, told, wanted_of(items)))
    return "OK STATUS completed"


def _open(session: Session, command: Command) -> str:
    session.view = None
    name = _folder(session, words(command.parts)[0])
    profile, shelf = session.profile, _shelf(session, name)
    read_only = command.verb == "EXAMINE"
    view = View(
        name=name,
        memory=session.memory,
        shelf=shelf,
        read_only=read_only,
        mod_sequences=profile.can("CONDSTORE"),
    )
    session.view = view
    session.tell(*_state_of(view, profile))
    return f"OK [READ-{'ONLY' if read_only else 'WRITE'}] {command.verb} completed"


def _state_of(view: View, profile: Profile) -> list[bytes]:
    shelf = view.shelf
    keywords = {flag for message in shelf.lying.values() for flag in message.flags if flag[0] != "\\"}
    flags = " ".join([*_SYSTEM_FLAGS, *sorted(keywords)])
    permanent = flags + " \\*" if profile.keywords else flags
    lines = [
        f"* FLAGS ({flags})",
        f"* OK [PERMANENTFLAGS ({'' if view.read_only else permanent})] These stay",
        f"* {len(view.uids)} EXISTS",
        "* 0 RECENT",
        f"* OK [UIDVALIDITY {shelf.uid_validity}] UIDs are valid",
    ]
    if profile.uid_next:
        lines.append(f"* OK [UIDNEXT {shelf.told_uid_next}] The next UID")
    if view.mod_sequences or profile.tells_mod_sequence:
        lines.append(f"* OK [HIGHESTMODSEQ {max(1, shelf.mod_sequence)}] Highest")
    return [line.encode() + b"\r\n" for line in lines]


def _unselect(session: Session, _command: Command) -> str:
    session.view = None
    return "OK UNSELECT completed"


def _close(session: Session, _command: Command) -> str:
    view, session.view = session.opened, None
    if not view.read_only:
        _expunge_marked(view, view.uids)
    return "OK CLOSE completed"


def _append(session: Session, command: Command) -> str:
    folder, *between, raw = words(command.parts)
    name = _folder(session, folder)
    shelf = _shelf(session, name, hint="TRYCREATE")
    flags = next((texts(word) for word in between if is_list(word)), ())
    date = next((_date(text(word)) for word in between if not is_list(word)), session.memory.clock())
    assert isinstance(raw, bytes)
    uid = session.memory.put(name, raw, at=date, flags=_kept(session.profile, flags))
    told = f"[APPENDUID {shelf.uid_validity} {uid}] " if session.profile.can("UIDPLUS") else ""
    return f"OK {told}APPEND completed"


def _fetch(session: Session, command: Command) -> str:
    by_uid = command.verb.startswith("UID ")
    for response in fetch(session.opened, session.profile, command.parts, by_uid=by_uid):
        session.tell(response)
    return f"OK {command.verb} completed"


def _search(session: Session, command: Command) -> str:
    by_uid = command.verb.startswith("UID ")
    uids = found(session.opened, session.profile, words(command.parts))
    numbers = uids if by_uid else [session.opened.number(uid) for uid in uids]
    said = " ".join(["* SEARCH", *map(str, numbers)])
    session.tell(f"{said}{' ' if session.profile.trailing_space else ''}\r\n".encode())
    return f"OK {command.verb} completed"


def _store(session: Session, command: Command) -> str:
    """STORE, with UNCHANGEDSINCE where CONDSTORE is claimed (RFC 7162 section 3.1.3)."""
    view = _writable(session)
    session.tell(*view.news(expunges=False))
    wanted, *modifier, action, flags = words(command.parts)
    unchanged_since = _unchanged_since(session.profile, modifier)
    how = text(action).upper()
    messages = view.chosen(text(wanted), by_uid=command.verb.startswith("UID "))
    failed = [m for m in messages if unchanged_since is not None and m.mod_sequence > unchanged_since]
    for message in messages:
        if message not in failed:
            _change_flags(session, view, message, how.removesuffix(".SILENT"), texts(flags))
            if not how.endswith(".SILENT"):
                session.tell(view.flags_line(message))
    view.told_of_flags()
    modified = ",".join(str(message.uid) for message in failed)
    return f"OK [MODIFIED {modified}] Somebody was quicker" if failed else f"OK {command.verb} completed"


def _unchanged_since(profile: Profile, modifier: list[Word]) -> int | None:
    if not modifier:
        return None
    if not profile.can("CONDSTORE"):
        raise Refusal("BAD Command argument error")
    return int(texts(modifier[0])[1])


def _change_flags(session: Session, view: View, message: Lying, how: str, flags: tuple[str, ...]) -> None:
    told = set(_kept(session.profile, flags))
    wanted = {"+FLAGS": message.flags | told, "-FLAGS": message.flags - told, "FLAGS": told}[how]
    for flag in wanted - message.flags:
        view.memory.flag(view.name, message.uid, flag)
    for flag in message.flags - wanted:
        view.memory.flag(view.name, message.uid, flag, on=False)


def _copy(session: Session, command: Command) -> str:
    wanted, folder = words(command.parts)
    view, name = session.opened, _folder(session, folder)
    shelf = _shelf(session, name, hint="TRYCREATE")
    uids = [m.uid for m in view.chosen(text(wanted), by_uid=True)]
    new = [view.memory.copy(view.name, uid, name) for uid in uids]
    return f"OK {_copy_uid(session.profile, shelf, uids, new)}{command.verb} completed"


def _move(session: Session, command: Command) -> str:
    wanted, folder = words(command.parts)
    view, name = _writable(session), _folder(session, folder)
    shelf = _shelf(session, name, hint="TRYCREATE")
    uids = [m.uid for m in view.chosen(text(wanted), by_uid=True)]
    new = [view.memory.move(view.name, uid, name) for uid in uids]
    if told := _copy_uid(session.profile, shelf, uids, new):
        session.tell(f"* OK {told}Moved\r\n".encode())
    return f"OK {command.verb} completed"


def _copy_uid(profile: Profile, shelf: Shelf, uids: list[int], new: list[int]) -> str:
    """RFC 4315's response code; nothing if nothing was copied."""
    if not uids or not profile.can("UIDPLUS"):
        return ""
    return f"[COPYUID {shelf.uid_validity} {','.join(map(str, uids))} {','.join(map(str, new))}] "


def _expunge(session: Session, command: Command) -> str:
    view = _writable(session)
    only = text(words(command.parts)[0]) if command.verb == "UID EXPUNGE" else "1:*"
    _expunge_marked(view, [m.uid for m in view.chosen(only, by_uid=True)])
    return f"OK {command.verb} completed"


def _expunge_marked(view: View, uids: list[int]) -> None:
    for uid in tuple(uids):
        message = view.shelf.lying.get(uid)
        if message and "\\Deleted" in message.flags:
            view.memory.remove(view.name, uid, to_trash=False)


def _idle(session: Session, command: Command) -> str:
    session.idle(command.tag)
    return "OK"


def _create(session: Session, command: Command) -> str:
    name = _folder(session, words(command.parts)[0])
    if session.memory.shelf(name):
        return "NO [ALREADYEXISTS] There is one already"
    session.memory.create(name)
    return "OK CREATE completed"


def _delete(session: Session, command: Command) -> str:
    name = _folder(session, words(command.parts)[0])
    _shelf(session, name)
    session.memory.delete(name)
    return "OK DELETE completed"


def _folder(session: Session, word: Word) -> str:
    """The folder that is meant, as people say it."""
    return session.profile.naming.as_said(text(word))


def _shelf(session: Session, name: str, hint: str = "NONEXISTENT") -> Shelf:
    shelf = session.memory.shelf(name)
    if shelf is None:
        raise Refusal(f"NO [{hint}] No such folder: {quoted(session.profile.naming.on_the_wire(name))}")
    return shelf


def _writable(session: Session) -> View:
    if session.opened.read_only:
        raise Refusal("NO The folder is open read-only")
    return session.opened


def _kept(profile: Profile, flags: tuple[str, ...]) -> tuple[str, ...]:
    """The flags that a server gives a message, of those that it was told."""
    if not profile.keywords and any(flag[0] != "\\" for flag in flags):
        raise Refusal("BAD Command argument error: no such flag")
    return tuple(flag for flag in flags if flag != "\\Recent")


def _date(written: str) -> dt.datetime:
    return dt.datetime.strptime(re.sub(r"^ ", "0", written), "%d-%b-%Y %H:%M:%S %z")


_ALWAYS: Mapping[str, Act] = {
    "CAPABILITY": _capability,
    "NOOP": _noop,
    "CHECK": _noop,
    "LOGOUT": _logout,
    "LOGIN": _login,
    "LIST": _list,
    "LSUB": _list,
    "STATUS": _status,
    "SELECT": _open,
    "EXAMINE": _open,
    "CLOSE": _close,
    "APPEND": _append,
    "FETCH": _fetch,
    "UID FETCH": _fetch,
    "SEARCH": _search,
    "UID SEARCH": _search,
    "STORE": _store,
    "UID STORE": _store,
    "UID COPY": _copy,
    "EXPUNGE": _expunge,
    "CREATE": _create,
    "DELETE": _delete,
    "SUBSCRIBE": _noop,
    "UNSUBSCRIBE": _noop,
}
_BY_CAPABILITY: Mapping[str, tuple[str, Act]] = {
    "ID": ("ID", _id),
    "ENABLE": ("ENABLE", _enable),
    "NAMESPACE": ("NAMESPACE", _namespace),
    "UNSELECT": ("UNSELECT", _unselect),
    "UIDPLUS": ("UID EXPUNGE", _expunge),
    "MOVE": ("UID MOVE", _move),
    "IDLE": ("IDLE", _idle),
}


def acts_of(profile: Profile) -> Mapping[str, Act]:
    """The commands that a server of this profile knows."""
    return {**_ALWAYS, **{verb: act for name, (verb, act) in _BY_CAPABILITY.items() if profile.can(name)}}
