"""All languages that automatic replies are made in, those of the templates first."""

from __future__ import annotations

from tests.reading.automatic_mail import further, germanic, romance, slavic

TEMPLATE_TONGUES = (
    germanic.ENGLISH,
    germanic.GERMAN,
    romance.ITALIAN,
    slavic.POLISH,
    romance.FRENCH,
    romance.SPANISH,
    germanic.DUTCH,
    romance.PORTUGUESE,
    germanic.SWEDISH,
    germanic.ICELANDIC,
)

TONGUES = (
    *TEMPLATE_TONGUES,
    germanic.DANISH,
    germanic.NORWEGIAN,
    further.FINNISH,
    slavic.CZECH,
    further.HUNGARIAN,
    romance.ROMANIAN,
    further.TURKISH,
    slavic.RUSSIAN,
    slavic.UKRAINIAN,
    further.GREEK,
    further.JAPANESE,
    further.CHINESE,
    further.KOREAN,
    further.ARABIC,
    further.HEBREW,
)
