"""What a client and the owner wrote to each other, in each language there are texts in; the owner's name is Dana."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A client's name, the subject, their question and the owner's answer, which nobody has answered."""

    client: str
    subject: str
    asked: str
    answered: str


EXCHANGES = {
    "en": Exchange(
        client="Anna Reed",
        subject="The new site",
        asked="Hi Dana,\n\ncould you tell me how we go on with the site?\n\nBest,\nAnna\n",
        answered="Hi Anna,\n\nhere is everything you asked for. Does it suit you?\n\nBest wishes,\nDana\n",
    ),
    "it": Exchange(
        client="Anna Rossi",
        subject="Il nuovo sito",
        asked="Ciao Dana,\n\nmi dici come andiamo avanti con il sito?\n\nUn saluto\nAnna\n",
        answered="Ciao Anna,\n\necco tutto quello che mi hai chiesto. Ti va bene così?\n\nUn caro saluto\nDana\n",
    ),
    "pl": Exchange(
        client="Anna Nowak",
        subject="Nowa strona",
        asked="Cześć Dana,\n\nnapisz proszę, jak działamy dalej ze stroną.\n\nPozdrawiam\nAnna\n",
        answered="Cześć Anna,\n\nprzesyłam wszystko, o co prosiłaś. Czy tak pasuje?\n\nPozdrawiam serdecznie\nDana\n",
    ),
    "is": Exchange(
        client="Anna Jónsdóttir",
        subject="Nýi vefurinn",
        asked="Sæl Dana,\n\ngetur þú sagt mér hvernig við höldum áfram með vefinn?\n\nKveðja\nAnna\n",
        answered="Sæl Anna,\n\nhér er allt sem þú baðst um. Hentar þetta þér?\n\nBestu kveðjur\nDana\n",
    ),
    "de": Exchange(
        client="Anna Vogel",
        subject="Die neue Website",
        asked="Hallo Dana,\n\nkannst du mir sagen, wie es mit der Website weitergeht?\n\nViele Grüße\nAnna\n",
        answered="Hallo Anna,\n\nhier ist alles, worum du gebeten hast. Passt es dir so?\n\nViele Grüße\nDana\n",
    ),
    "fr": Exchange(
        client="Anna Martin",
        subject="Le nouveau site",
        asked="Bonjour Dana,\n\npouvez-vous me dire comment nous continuons avec le site ?\n\nCordialement,\nAnna\n",
        answered="Bonjour Anna,\n\nvoici tout ce que vous avez demandé. Cela vous va-t-il ?\n\nCordialement,\nDana\n",
    ),
    "es": Exchange(
        client="Anna García",
        subject="La nueva web",
        asked="Hola, Dana:\n\n¿Me dices cómo seguimos con la web?\n\nUn saludo,\nAnna\n",
        answered="Hola, Anna:\n\nAquí tienes todo lo que me pediste. ¿Te parece bien?\n\nUn saludo,\nDana\n",
    ),
    "nl": Exchange(
        client="Anna de Vries",
        subject="De nieuwe site",
        asked="Hoi Dana,\n\nkun je me zeggen hoe we verdergaan met de site?\n\nGroeten,\nAnna\n",
        answered="Hoi Anna,\n\nhier is alles waar je om vroeg. Vind je het goed zo?\n\nGroeten,\nDana\n",
    ),
    "pt": Exchange(
        client="Anna Silva",
        subject="O novo site",
        asked="Olá, Dana,\n\npode dizer-me como continuamos com o site?\n\nCumprimentos,\nAnna\n",
        answered="Olá, Anna,\n\naqui está tudo o que me pediu. Parece-lhe bem assim?\n\nCumprimentos,\nDana\n",
    ),
    "sv": Exchange(
        client="Anna Berg",
        subject="Den nya webbplatsen",
        asked="Hej Dana,\n\nkan du säga hur vi går vidare med webbplatsen?\n\nHälsningar\nAnna\n",
        answered="Hej Anna,\n\nhär är allt du bad om. Passar det dig?\n\nVänliga hälsningar\nDana\n",
    ),
}
