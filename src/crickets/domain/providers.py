"""
Whose an address's domain is: a firm's own, or that of a provider where everybody may have one.

Knows the providers with the most mailboxes; who is not among them counts as a firm.
"""

from __future__ import annotations

from functools import lru_cache

from crickets.domain.message import Address

_PUBLIC = frozenset(
    """
    gmail.com googlemail.com outlook.com hotmail.com live.com msn.com passport.com yahoo.com ymail.com rocketmail.com
    myyahoo.com aol.com aim.com icloud.com me.com mac.com proton.me protonmail.com protonmail.ch pm.me
    tutanota.com tutanota.de tuta.com tuta.io fastmail.com fastmail.fm zoho.com zohomail.com mail.com email.com gmx.com
    gmx.net gmx.de gmx.at gmx.ch web.de freenet.de t-online.de arcor.de posteo.de mailbox.org 1und1.de online.de
    aon.at chello.at bluewin.ch hispeed.ch sunrise.ch
    orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr numericable.fr
    libero.it virgilio.it alice.it tim.it tiscali.it tin.it fastwebnet.it inwind.it iol.it email.it
    wp.pl o2.pl onet.pl op.pl onet.eu interia.pl interia.eu poczta.onet.pl gazeta.pl vp.pl tlen.pl
    ziggo.nl kpnmail.nl planet.nl home.nl hetnet.nl casema.nl xs4all.nl upcmail.nl telenet.be skynet.be proximus.be
    telefonica.net terra.es movistar.es ono.com sapo.pt clix.pt netcabo.pt uol.com.br bol.com.br terra.com.br ig.com.br
    telia.com bredband.net comhem.se spray.se bahnhof.se online.no getmail.no
    mail.dk jubii.dk ofir.dk stofanet.dk kolumbus.fi luukku.com suomi24.fi
    seznam.cz centrum.cz email.cz volny.cz post.cz azet.sk zoznam.sk centrum.sk
    freemail.hu citromail.hu indamail.hu abv.bg mail.bg net.hr inbox.lv mail.ee inbox.lt
    mail.ru inbox.ru list.ru bk.ru yandex.ru yandex.com ya.ru rambler.ru ukr.net i.ua meta.ua
    qq.com 163.com 126.com yeah.net sina.com sina.cn sohu.com foxmail.com naver.com hanmail.net daum.net nate.com
    docomo.ne.jp ezweb.ne.jp softbank.ne.jp nifty.com rediffmail.com
    comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com optonline.net
    rogers.com shaw.ca sympatico.ca telus.net videotron.ca bigpond.com optusnet.com.au xtra.co.nz
    btinternet.com sky.com talktalk.net virginmedia.com ntlworld.com blueyonder.co.uk eircom.net
    walla.co.il walla.com netvision.net.il bezeqint.net mynet.com hey.com duck.com privaterelay.appleid.com
    """.split()
)

_MANY_COUNTRIES = ("yahoo", "ymail", "hotmail", "live", "outlook", "msn", "gmx", "yandex", "aol", "googlemail")
"""Providers with a domain in many a country: yahoo.it, hotmail.co.uk, live.nl."""

_SECOND_LEVEL = frozenset(
    "ac co com edu gob gouv gov gv mil ne net nom or org sch school ltd plc me web firm ind go lg biz info".split()
)
"""What stands before a country as part of a public suffix (publicsuffix.org): co.uk, com.br, or.at."""

_COUNTRY_CODE = 2


def is_public(address: Address) -> bool:
    """Whether anybody may have an address of this domain."""
    domain = address.domain
    return domain in _PUBLIC or registered(domain) in _PUBLIC or label_of(address) in _MANY_COUNTRIES


def firm_of(address: Address) -> str:
    """The registered domain of an address, or nothing where it is a provider's."""
    return "" if is_public(address) else registered(address.domain)


def label_of(address: Address) -> str:
    """The name that was registered, without its suffix: ``client`` of client.it, client.com and mail.client.co.uk."""
    return registered(address.domain).partition(".")[0]


@lru_cache(maxsize=4096)
def registered(domain: str) -> str:
    """
    The part of a domain that somebody registered: what stands below a public suffix, with that.

    Of the Public Suffix List only its most common shape is known: a country's ``co``, ``com``, ``or``, ….
    """
    labels = domain.strip(".").split(".")
    is_suffix = len(labels) > 2 and len(labels[-1]) == _COUNTRY_CODE and labels[-2] in _SECOND_LEVEL
    return ".".join(labels[-3:] if is_suffix else labels[-2:])
