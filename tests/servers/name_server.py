"""A DNS server of the tests' own, by UDP on loopback: it answers what a test says, or nothing, or nonsense."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset

from crickets.setup.dns_records import NameServer

Zone = Mapping[tuple[str, str], tuple[str, ...]]
"""Records as a zone file writes them, by name and kind; what isn't there doesn't exist."""

Habit = Callable[[dns.message.Message, Zone], bytes | None]
"""How it answers a question: what goes over the wire, or nothing at all."""


def truthful(question: dns.message.Message, zone: Zone) -> bytes:
    """What the zone says."""
    answer = dns.message.make_response(question, recursion_available=True)
    asked = question.question[0]
    key = (asked.name.to_text(omit_final_dot=True), dns.rdatatype.to_text(asked.rdtype))
    if key in zone:
        answer.answer.append(dns.rrset.from_text(asked.name, 60, "IN", key[1], *zone[key]))
    elif not any(name == key[0] for name, _ in zone):
        answer.set_rcode(dns.rcode.NXDOMAIN)
    return answer.to_wire()


def silent(_question: dns.message.Message, _zone: Zone) -> None:
    """Nothing."""
    return


def babbling(question: dns.message.Message, _zone: Zone) -> bytes:
    """What is no DNS, but for the question's number."""
    return question.id.to_bytes(2, "big") + b"\xff" * 40


def of_another(question: dns.message.Message, zone: Zone) -> bytes:
    """The answer to a question that nobody put: somebody guesses."""
    answer = dns.message.from_wire(truthful(question, zone))
    answer.id = (question.id + 1) % 65536
    return answer.to_wire()


@contextmanager
def a_name_server(zone: Zone, habit: Habit = truthful) -> Iterator[NameServer]:
    """One that runs, as long as the block lasts."""

    class Door(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            wire, sock = self.request
            answer = habit(dns.message.from_wire(wire), zone)
            if answer is not None:
                sock.sendto(answer, self.client_address)

    with socketserver.ThreadingUDPServer(("127.0.0.1", 0), Door) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield NameServer(address="127.0.0.1", port=server.server_address[1])
        finally:
            server.shutdown()
