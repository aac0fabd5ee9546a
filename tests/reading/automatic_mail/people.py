"""Who writes, who is written to, and about what: names and subjects of nobody."""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, tuple[str, ...]] = {
    "de": ("Jürgen Weiß", "Sabine Krämer"),
    "it": ("Anna Rossi", "Luca De Santis"),
    "fr": ("Hélène Girard", "Marc Lefèvre"),
    "pl": ("Agnieszka Wójcik", "Łukasz Nowak"),
    "ru": ("Ирина Соколова", "Сергей Орлов"),
    "uk": ("Олена Коваль", "Тарас Мельник"),
    "el": ("Ελένη Παππά", "Νίκος Ρήγας"),
    "ja": ("山田花子", "佐藤健"),
    "zh": ("王芳", "李伟"),
    "ko": ("김민지", "박준호"),
    "ar": ("ليلى حداد", "سامي خوري"),
    "he": ("נועה כהן", "יוסי לוי"),
}
"""By language; the others have these."""

ANYBODY = ("Anna Berg", "Peter Novak", "Maria Santos", "Tom Fisher")
OTHERS = (
    ("Paula Stein", "paula.stein@client.example"),
    ("", "office@client.example"),
    ("", "service-team@client.example"),
    ("Ivo Kral", "i.kral@partner.example"),
    ("Mia Lund", "mia@client.example"),
)
SUBJECTS = (
    "The new site",
    "Offer 2026-114",
    "Invoice 4711",
    "Proofs for the brochure",
    "Logo, second round",
    "Angebot für die neue Webseite",
    "Preventivo per il sito",
    "Oferta na stronę",
    "Kick-off meeting",
)
OURS = "Dana Levi <dana@studio.example>"
"""To whom it all comes."""

QUESTIONS = (
    "Could you look at the draft by 3 June? I am in the office until Friday.",
    "Here is the offer we talked about on 12 March.",
    "May I send the invoice this week, or do you want it after your holiday?",
)
"""What was written to the one who answers, and is now quoted; its dates say nothing of the answer."""
