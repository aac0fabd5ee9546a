"""
How finely a currency is counted.

Knows ISO 4217's minor units; must not know how a sum is written.
"""

from __future__ import annotations

_DECIMALS = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}
_BY_CODE = {code: count for count, codes in _DECIMALS.items() for code in codes.split()}


def decimals_of(currency: str) -> int:
    """The digits behind the point (ISO 4217, minor units); two, as most have, for a code nobody knows."""
    return _BY_CODE.get(currency, 2)
