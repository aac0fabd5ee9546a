"""What a machine knows of its user."""

from __future__ import annotations

from pathlib import Path

from crickets.setup.whereabouts import country_of, zone_name


def test_where_the_machine_is(tmp_path: Path) -> None:
    """TZ comes before the link; what is no zone is passed over; the country is that of the zone."""
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Europe/Warsaw")
    (tmp_path / "zone.tab").write_text("# code\nIT\t+4154+01229\tEurope/Rome\nPL\t+5215+02100\tEurope/Warsaw\n")

    assert zone_name({"TZ": ":Europe/Rome"}, link) == "Europe/Rome"
    assert zone_name({"TZ": "CET-1CEST"}, link) == "Europe/Warsaw"
    assert zone_name({}, tmp_path / "none") == ""
    assert country_of("Europe/Warsaw", (str(tmp_path),)) == "PL"
    assert country_of("Mars/Base", (str(tmp_path),)) == ""
