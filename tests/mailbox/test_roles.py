"""What folders are for, by config, attribute and name."""

from __future__ import annotations

import pytest

from crickets.domain.mailbox import Folder
from crickets.domain.message import Role
from crickets.errors import ConfigError
from crickets.mailbox.names import role_named
from crickets.mailbox.roles import ListedFolder, folders_with_roles
from crickets.mailbox.settings import FolderChoices


def a_folder(name: str, *attributes: str, delimiter: str = "/") -> ListedFolder:
    """A row of LIST."""
    return ListedFolder(name=name, delimiter=delimiter, attributes=frozenset(attributes))


def concluded(*rows: ListedFolder, choices: FolderChoices | None = None, namespace: str = "") -> dict[str, Folder]:
    """What is concluded of the rows, by name, and of no INBOX beside them."""
    folders = folders_with_roles("work", rows, choices or FolderChoices(), namespace=namespace)
    return {folder.name: folder for folder in folders if folder.name in {row.name for row in rows}}


def roles(*rows: ListedFolder, choices: FolderChoices | None = None, namespace: str = "") -> dict[str, Role]:
    """The roles alone."""
    return {name: f.role for name, f in concluded(*rows, choices=choices, namespace=namespace).items()}


@pytest.mark.parametrize(
    ("sent", "drafts", "trash"),
    [
        ("Sent Items", "Drafts", "Deleted Items"),
        ("Gesendete Elemente", "Entwürfe", "Gelöschte Elemente"),
        ("Éléments envoyés", "Brouillons", "Corbeille"),
        ("Elementos enviados", "Borradores", "Papelera"),
        ("Elements enviats", "Esborranys", "Paperera"),
        ("Posta inviata", "Bozze", "Cestino"),
        ("Itens enviados", "Rascunhos", "Lixeira"),
        ("Verzonden items", "Concepten", "Prullenbak"),
        ("Sendt post", "Kladder", "Slettet post"),
        ("Skickade objekt", "Utkast", "Papperskorgen"),
        ("Sendte elementer", "Kladd", "Søppel"),
        ("Lähetetyt", "Luonnokset", "Roskakori"),
        ("Sendur póstur", "Drög", "Rusl"),
        ("Wysłane", "Wersje robocze", "Kosz"),
        ("Odeslaná pošta", "Koncepty", "Koš"),
        ("Odoslané", "Rozpísané", "Kôš"),
        ("Elküldött elemek", "Piszkozatok", "Törölt elemek"),
        ("Elemente trimise", "Ciorne", "Elemente șterse"),
        ("Изпратени", "Чернови", "Кошче"),
        ("Отправленные", "Черновики", "Удаленные"),
        ("Надіслані", "Чернетки", "Кошик"),
        ("Απεσταλμένα", "Πρόχειρα", "Κάδος απορριμμάτων"),
        ("Gönderilmiş Öğeler", "Taslaklar", "Silinmiş Öğeler"),
        ("נשלח", "טיוטות", "אשפה"),
        ("البريد المرسل", "المسودات", "المهملات"),
        ("送信済みアイテム", "下書き", "ゴミ箱"),
        ("已发送", "草稿", "已删除"),
        ("보낸 편지함", "임시 보관함", "휴지통"),
    ],
)
def test_names_in_a_language(sent: str, drafts: str, trash: str) -> None:
    """Without any attribute, Sent, Drafts and Trash are known by what the owner's language calls them."""
    rows = [a_folder(name) for name in ("INBOX", sent, drafts, trash, "Kunden")]

    expected = {"INBOX": Role.INBOX, sent: Role.SENT, drafts: Role.DRAFTS, trash: Role.TRASH, "Kunden": Role.OTHER}
    assert roles(*rows) == expected


@pytest.mark.parametrize("name", ["sent-mail", "SENT ITEMS", "Sent_Messages", "sent  mail"])
def test_a_name_written_otherwise(name: str) -> None:
    """Case, spaces, hyphens and underscores make no difference."""
    assert roles(a_folder(name)) == {name: Role.SENT}


@pytest.mark.parametrize("attribute", ["\\Sent", "\\sent", "\\SENT"])
def test_an_attribute_in_any_case(attribute: str) -> None:
    r"""Cyrus says \\sent; the name is then nothing to go by."""
    assert roles(a_folder("Kram", attribute, "\\HasNoChildren")) == {"Kram": Role.SENT}


def test_the_dotted_i_of_turkish() -> None:
    """A capital İ is the same letter as in the table, though its lower case has two code points."""
    assert role_named("İstenmeyen") == (Role.JUNK, "tr")


@pytest.mark.parametrize("prefix", ["INBOX.", "INBOX/", "[Gmail]/", "[Google Mail]/"])
def test_a_name_behind_a_prefix(prefix: str) -> None:
    """What the server puts before all its folders is not part of the name."""
    row = a_folder(f"{prefix}Gesendet", delimiter=prefix[-1])

    assert roles(row) == {row.name: Role.SENT}


def test_a_namespace_of_its_own() -> None:
    """A prefix told by NAMESPACE is taken off too."""
    assert roles(a_folder("mail/Drafts"), namespace="mail/") == {"mail/Drafts": Role.DRAFTS}


def test_a_name_deeper_in_the_tree() -> None:
    """A client's folder that is called so by chance is an ordinary one."""
    assert roles(a_folder("Clients/Sent")) == {"Clients/Sent": Role.OTHER}


def test_a_server_without_levels() -> None:
    """A folder without delimiter is its whole name."""
    assert roles(a_folder("Trash", delimiter="")) == {"Trash": Role.TRASH}


@pytest.mark.parametrize(
    ("name", "delimiter", "namespace", "levels"),
    [
        ("Crickets/Stop", "/", "", ("Crickets", "Stop")),
        ("INBOX.Crickets.Stop", ".", "INBOX.", ("Crickets", "Stop")),
        ("INBOX/Crickets/Stop", "/", "", ("Crickets", "Stop")),
        ("Crickets/Stop", "", "", ("Crickets/Stop",)),
        ("INBOX", "/", "", ("INBOX",)),
    ],
)
def test_a_name_level_by_level(name: str, delimiter: str, namespace: str, levels: tuple[str, ...]) -> None:
    """Without what the server puts before every folder."""
    row = ListedFolder(name=name, delimiter=delimiter)
    assert concluded(row, namespace=namespace)[name].levels == levels


def test_several_sent_folders() -> None:
    """All of them hold what the owner sent, whichever the server marks."""
    rows = [a_folder("Sent Items", "\\Sent"), a_folder("Sent"), a_folder("Gesendet")]

    assert set(roles(*rows).values()) == {Role.SENT}


def test_several_drafts_folders() -> None:
    """Drafts are laid in the one that is surest; the others are kept from being read as mail."""
    found = concluded(a_folder("Drafts"), a_folder("Entwürfe", "\\Drafts"), a_folder("Brouillons"))

    assert {name: f.role for name, f in found.items()} == {
        "Drafts": Role.UNSENT, "Entwürfe": Role.DRAFTS, "Brouillons": Role.UNSENT,
    }  # fmt: skip
    assert "nothing is laid" in found["Drafts"].why


def test_several_trash_folders() -> None:
    """One is the Trash; the others are read for answers only."""
    rows = [a_folder("Deleted Items"), a_folder("Trash"), a_folder("Corbeille")]

    assert roles(*rows) == {"Trash": Role.TRASH, "Deleted Items": Role.JUNK, "Corbeille": Role.JUNK}


def test_what_can_not_be_opened() -> None:
    """It's left out, in whatever case the server says so."""
    assert roles(a_folder("[Gmail]", "\\NoSelect"), a_folder("Gone", "\\NonExistent"), a_folder("X")) == {
        "X": Role.OTHER
    }


def test_the_inbox_in_lower_case() -> None:
    """It's the inbox, and comes first."""
    assert list(roles(a_folder("Archive"), a_folder("inbox"))) == ["inbox", "Archive"]


@pytest.mark.parametrize("rows", [(), (a_folder("INBOX", "\\Noselect"),)], ids=["not listed", "can't be opened"])
def test_an_inbox_that_the_server_does_not_tell_of(rows: tuple[ListedFolder, ...]) -> None:
    """It's there in any case (RFC 9051 section 5.1), in front of the others."""
    folders = folders_with_roles("work", [a_folder("Archive"), *rows], FolderChoices())

    assert [(folder.name, folder.role) for folder in folders] == [("INBOX", Role.INBOX), ("Archive", Role.ARCHIVE)]


@pytest.mark.parametrize("listed", [(), ("INBOX",), ("Inbox",)])
def test_an_inbox_that_the_owner_skips(listed: tuple[str, ...]) -> None:
    """It's left out, listed or not."""
    folders = folders_with_roles("work", [a_folder(name) for name in listed], FolderChoices(skip=("INBOX",)))

    assert [folder.role for folder in folders] == [Role.SKIPPED]


def test_the_owners_word() -> None:
    """It goes over attributes and names."""
    choices = FolderChoices(sent=("Post", "Sent"), drafts="Meine", trash="Tonne")
    rows = [
        a_folder("Post"), a_folder("Sent"), a_folder("Meine"), a_folder("Drafts", "\\Drafts"),
        a_folder("Tonne"), a_folder("Trash", "\\Trash"),
    ]  # fmt: skip

    found = roles(*rows, choices=choices)

    assert found == {
        "Post": Role.SENT, "Sent": Role.SENT, "Meine": Role.DRAFTS, "Drafts": Role.UNSENT,
        "Tonne": Role.TRASH, "Trash": Role.JUNK,
    }  # fmt: skip


def test_the_owners_word_without_the_prefix() -> None:
    """A folder may be named as the mail client shows it."""
    choices = FolderChoices(drafts="Meine")

    assert roles(a_folder("INBOX.Meine", delimiter="."), choices=choices) == {"INBOX.Meine": Role.DRAFTS}


def test_a_chosen_folder_that_is_not_there() -> None:
    """Every such choice is told, with the folders there are."""
    choices = FolderChoices(sent=("Snet",), drafts="Darfts")

    with pytest.raises(ConfigError) as error:
        concluded(a_folder("Sent"), a_folder("Drafts"), choices=choices)

    assert error.value.problems == (
        "accounts.work.folders.sent: the server has no folder of that name (got 'Snet')",
        "accounts.work.folders.drafts: the server has no folder of that name (got 'Darfts')",
    )
    assert "Drafts, INBOX, Sent" in error.value.remedy


def test_a_skipped_folder_of_gmails() -> None:
    """Its brackets are part of its name."""
    listed = [a_folder(name) for name in ("INBOX", "[Gmail]/Important", "G/Important")]
    folders = folders_with_roles("work", listed, FolderChoices(skip=("[Gmail]/Important",)))

    assert {f.name for f in folders if f.role is Role.SKIPPED} == {"[Gmail]/Important"}


def test_skipped_folders() -> None:
    """They are told by name or pattern, with all that is below them."""
    choices = FolderChoices(skip=("Newsletters", "Lists*"))
    rows = [a_folder(n) for n in ("INBOX", "Newsletters", "Newsletters/2026", "Lists-x", "Newsletters of mine")]

    found = roles(*rows, choices=choices)

    assert [name for name, role in found.items() if role is not Role.SKIPPED] == ["INBOX", "Newsletters of mine"]


def test_every_conclusion() -> None:
    """It says why it was come to, for the owner to judge."""
    found = concluded(
        a_folder("INBOX"), a_folder("Sent", "\\Sent"), a_folder("Bozze"), a_folder("X"), a_folder("T"),
        choices=FolderChoices(trash="T"),
    )  # fmt: skip

    assert {name: folder.why for name, folder in found.items()} == {
        "INBOX": "INBOX is where mail arrives",
        "Sent": "the server marks it \\Sent",
        "Bozze": "its name says so (it)",
        "X": "an ordinary folder",
        "T": "named in the config",
    }
