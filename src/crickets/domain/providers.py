"""
Whose an address's domain is: a firm's own, or that of a provider where everybody may have one.

Knows the providers with the most mailboxes; who is not among them counts as a firm.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    mail.de email.de gmx.eu gmx.fr gmx.co.uk tutamail.com tuta.com keemail.me mailo.com
    pec.it legalmail.it arubapec.it postecert.it postacertificata.gov.it pecimprese.it registerpec.it gigapec.it
    mypec.eu lamiapec.it messaggipec.it sicurezzapostale.it casellapec.com ticertifica.it pecprofessionisti.it
    actaliscertymail.it ingpec.eu archiworldpec.it geopec.it consulentidellavoropec.it pecaruba.it
    pecmail.it pec-mail.it walla.co.il walla.com netvision.net.il bezeqint.net mynet.com hey.com duck.com
    privaterelay.appleid.com
    """.split()
)

_MANY_COUNTRIES = ("yahoo", "ymail", "hotmail", "live", "outlook", "msn", "gmx", "yandex", "aol", "googlemail")
"""Providers with a domain in many a country: yahoo.it, hotmail.co.uk, live.nl."""

_SECOND_LEVEL = frozenset(
    "ac co com edu gob gouv gov gv mil ne net nom or org sch school ltd plc me web firm ind go lg biz info".split()
)
"""What stands before a country as part of a public suffix (publicsuffix.org): co.uk, com.br, or.at."""

_COUNTRY_CODE = 2

_REGIONS = {
    "us": frozenset(
        """
        ak al ar az ca co ct dc de fl ga hi ia id il in ks ky la ma md me mi mn mo ms mt nc nd ne nh nj nm nv ny oh ok
        or pa ri sc sd tn tx ut va vt wa wi wv wy
        """.split()
    ),
    "ca": frozenset("ab bc mb nb nf nl ns nt nu on pe qc sk yk".split()),
    "it": frozenset(
        """
        ag al an ao ap aq ar at av ba bg bi bl bn bo br bs bt bz ca cb ce ch cl cn co cr cs ct cz en fc fe fg fi fm fr
        ge go gr im is kr lc le li lo lt lu mb mc me mi mn mo ms mt na no nu or pa pc pd pe pg pi pn po pr pt pu pv pz
        ra rc re rg ri rm rn ro sa si so sp sr ss sv ta te tn to tp tr ts tv ud va vb vc ve vi vr vs vt vv
        """.split()
    ),
    "pl": frozenset(
        "waw warszawa krakow wroclaw poznan gda gdansk gdynia katowice szczecin slask lublin opole".split()
    ),
    "fr": frozenset("asso nom prd tm".split()),
}
"""What more stands before one country: its states, provinces, towns (publicsuffix.org)."""

_SCHOOLS = frozenset("k12 cc lib tec".split())
"""What stands before a state of the US, for all its schools or libraries: lausd.k12.ca.us."""

_SHARED = frozenset(
    """
    onmicrosoft.com wixsite.com wix.com blogspot.com wordpress.com weebly.com squarespace.com webflow.io square.site
    jimdo.com jimdofree.com strikingly.com altervista.org myshopify.com github.io gitlab.io netlify.app vercel.app
    pages.dev workers.dev web.app firebaseapp.com appspot.com herokuapp.com azurewebsites.net cloudfront.net
    duckdns.org ddns.net dyndns.org no-ip.org
    uk.com uk.net eu.com eu.org de.com us.com us.org gb.net br.com cn.com co.com jpn.com ru.com sa.com za.com se.net
    gr.com hu.net in.net it.com mex.com
    """.split()
)
"""Below which firms and strangers have a name each, as below a country (publicsuffix.org, its private part)."""


def is_public(address: Address) -> bool:
    """Whether anybody may have an address of this domain."""
    domain = address.domain
    own = registered(domain)
    return domain in _PUBLIC or own in _PUBLIC or own in _SHARED or label_of(address) in _MANY_COUNTRIES


@lru_cache(maxsize=4096)
def firm_of(address: Address) -> str:
    """The registered domain of an address, or nothing where it is a provider's."""
    return "" if is_public(address) else registered(address.domain)


@lru_cache(maxsize=4096)
def label_of(address: Address) -> str:
    """The name that was registered, without its suffix: ``client`` of client.it, client.com and mail.client.co.uk."""
    return registered(address.domain).partition(".")[0]


@lru_cache(maxsize=4096)
def registered(domain: str) -> str:
    """
    The part of a domain that somebody registered: what stands below a public suffix, with that.

    Of the Public Suffix List only its most common shapes are known: a country's ``co``, ``com``, ``or``, …; the
    regions of a few; and the services below which many have a name.
    """
    labels = domain.strip(".").split(".")
    return ".".join(labels[-1 - _labels_of_suffix(labels) :])


def _labels_of_suffix(labels: Sequence[str]) -> int:
    """How many of a domain's labels are its public suffix."""
    *_, second, top = ("", *labels)
    is_region = second in _REGIONS.get(top, ())
    if top == "us" and is_region and labels[-3:-2] and labels[-3] in _SCHOOLS:
        return 3
    is_second_level = len(top) == _COUNTRY_CODE and second in _SECOND_LEVEL
    return 2 if is_region or is_second_level or f"{second}.{top}" in _SHARED else 1
