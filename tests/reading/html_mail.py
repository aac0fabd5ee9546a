# ruff: noqa: E501, W291 - pages as programs write them
"""
The same letter as five mail programs write it, its HTML shortened to what they do with type, paragraphs and signature.
"""

from __future__ import annotations

from collections.abc import Mapping

from tests.reading.build import a_multipart

WORDS = "Hi Anna,\n\nhere is the offer, as we said on the phone.\n\nBest,\nDana\n\n"

_GMAIL_LINE = '<div class="gmail_default" style="font-family:verdana,sans-serif;font-size:small;color:#0b5394">{}</div>'
_OWA_LINE = (
    '<div class="elementToProof" style="font-family: Aptos, Aptos_EmbeddedFont, Calibri, sans-serif; font-size: 12pt; '
    'color: rgb(0, 0, 0);">{}</div>'
)
_LINES = [line or "<br>" for line in WORDS.rstrip("\n").split("\n")]

HTML: Mapping[str, str] = {
    "Gmail": (
        f"""<div dir="ltr">{"".join(map(_GMAIL_LINE.format, _LINES))}<div><br></div>
<span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature"
data-smartmail="gmail_signature"><div dir="ltr"><div>Dana Levi</div><div><b>Studio Levi</b></div>
<div><a href="https://studio.example/x" target="_blank" onclick="x()">studio.example</a></div>
<div><img src="https://mail.example/logo.png" alt="Logo"></div></div></div></div>"""
    ),
    "Outlook": (
        f"""<html xmlns:o="x"><head><meta charset=utf-8><style><!--
/* Font Definitions */
@font-face {{font-family:Calibri; panose-1:2 15 5 2 2 2 4 3 2 4;}}
/* Style Definitions */
p.MsoNormal, li.MsoNormal, div.MsoNormal
	{{margin:0cm;
	font-size:11.0pt;
	font-family:"Calibri",sans-serif;}}
--></style></head><body lang=IT link="#0563C1"><div class=WordSection1>
{"".join(f"<p class=MsoNormal>{line.replace('<br>', '<o:p>&nbsp;</o:p>')}<o:p></o:p></p>" for line in _LINES)}
<p class=MsoNormal><o:p>&nbsp;</o:p></p><table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0><tr>
<td width=100 style='border-right:solid #1F497D 1.0pt;padding:0cm 5.4pt 0cm 5.4pt'>
<p class=MsoNormal><img src="cid:image001.png@01DA"></p></td><td>
<p class=MsoNormal><b><span style='font-size:10.0pt;font-family:"Arial",sans-serif;color:#1F497D;mso-x:IT'>Dana Levi</span>
</b></p><p class=MsoNormal>Studio Levi</p><p class=MsoNormal><a href="mailto:dana@studio.example">dana@studio.example</a>
</p><p class=MsoNormal style='text-align:center'>+39 06 1234567</p></td></tr></table></div></body></html>"""
    ),
    "Outlook on the web": (
        f"""<html><head><style type="text/css" style="display:none;"> P {{margin-top:0;margin-bottom:0;}} </style></head>
<body dir="ltr">{"".join(map(_OWA_LINE.format, _LINES))}<div id="Signature"><p><b>Dana Levi</b> | Studio</p>
<p style="margin: 0px"><a href="mailto:dana@studio.example">dana@studio.example</a> | +39 06 1234567</p></div></body>"""
    ),
    "Thunderbird": (
        """<html><head><meta http-equiv="content-type" content="text/html; charset=UTF-8"></head><body>
<p><font face="Georgia">Hi Anna,</font></p><p><font face="Georgia">here is the offer, as we said on the phone.</font></p>
<p><font face="Georgia">Best,<br>Dana</font><br></p><pre class="moz-signature" cols="72">-- 
Dana Levi
<a class="moz-txt-link-freetext" href="https://studio.example">https://studio.example</a></pre></body></html>"""
    ),
    "Apple Mail": (
        """<html><head></head><body style="overflow-wrap: break-word; -webkit-nbsp-mode: space;">
<div style="font-family: &quot;Helvetica Neue&quot;; font-size: 14px;">Hi Anna,<div><br></div>
<div>here is the offer, as we said on the phone.</div><div><br></div><div>Best,</div><div>Dana</div><div><br></div>
<div><meta charset="UTF-8"><div style="caret-color: rgb(0, 0, 0); color: rgb(0, 0, 0);"><div>-- </div>
<div>Dana Levi</div><div><i>Studio</i></div></div></div></div></body></html>"""
    ),
}  # fmt: skip

SIGNATURES: Mapping[str, str] = {
    "Gmail": "-- \nDana Levi\n*Studio Levi*\nstudio.example <https://studio.example/x>\n[image: Logo]\n",
    "Outlook": (
        "Dana Levi\nStudio Levi\ndana@studio.example<mailto:dana@studio.example>\n+39 06 1234567\n"
        "[cid:image001.png@01DA]\n"
    ),
    "Outlook on the web": "Dana Levi | Studio\ndana@studio.example | +39 06 1234567\n",
    "Thunderbird": "-- \nDana Levi\nhttps://studio.example\n",
    "Apple Mail": "-- \nDana Levi\nStudio\n",
}


def html_mail(program: str) -> bytes:
    """The letter as a program sends it, in plain text and HTML."""
    return two_parts(WORDS + SIGNATURES[program], HTML[program])


def two_parts(text: str, html: str) -> bytes:
    """A mail of the owner's that says the same, or not, in plain text and in HTML."""
    plain = f"Content-Type: text/plain; charset=utf-8\n\n{text}"
    rich = f"Content-Type: text/html; charset=utf-8\n\n{html}"
    return a_multipart("alternative", plain, rich, **{"from": "Dana Levi <dana@studio.example>"})
