"""Automatic replies, and people's mail that looks like some, made for the tests and the benchmarks."""

from tests.reading.automatic_mail.decoys import decoys
from tests.reading.automatic_mail.replies import automatic_replies
from tests.reading.automatic_mail.specimen import Shape, Specimen

__all__ = ["Shape", "Specimen", "automatic_replies", "decoys"]
