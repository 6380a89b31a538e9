"""The law library's tables are made from a folder of source tables, the same way every time."""

from __future__ import annotations

import csv
import hashlib
from io import StringIO
from pathlib import Path

import pytest

from reference.make_law import HERE, TABLES, made, main

SOURCES = {
    "instruments": (
        "instrument_id,body,kind,group,number,short_en,title_en,citation_en,adopted_date,adopted_place,"
        "entry_into_force,entry_into_force_source,title_fr,title_es,title_ru,title_ar,title_zh,title_nl,"
        "title_sources,reference,source_id,note\n"
        "C087,ILO,convention,fundamental,87,C87,Freedom Convention,,1948-07-09,,,,,,,,,Verdrag,,,nl,\n"
    ),
    "articles": (
        "instrument_id,article,heading,lang,text,source_id,check,edits\nC087,2,,en,Workers,nl,read,\n"
    ),
    "udhr": (
        "lang,udhr_code,lang_name_en,title,article,article_label,text\nfr,fra,French,Déclaration,1,A,Tous\n"
    ),
    "ratifications": (
        "iso3,country_as_listed,instrument_id,status,date,date_precision,signature_date,end_date,note,as_of,"
        "source_id\n"
        "KAZ,Kazakhstan,C087,ratified,2000-12-13,day,,,,2026-06-04,normlex\n"
        "ITA,Italy,C155,ratified,2023-01-01,year,,,,2026-06-04,normlex\n"
    ),
    "coverage": "instrument_id,coverage,as_of,parties,missing_means\nC087,complete,2026-06-04,1,no member\n",
    "hrc_resolutions": (
        "symbol,kind,short,title_en,adopted_date,vote,yes,no,abstain,topics,mandate_ids,url\n"
        "A/HRC/RES/24/5,resolution,24/5,Rights,2013-09-26,RECORDED,30,2,12,,SR-FOAA,https://example.org\n"
    ),
    "mandates": (
        "mandate_id,kind,title_en,title_source,established_by,established_date,extensions_confirmed,"
        "latest_mandate_resolution,latest_mandate_resolution_date,all_resolutions,note\n"
        "SR-FOAA,Special Rapporteur,On assembly,hrc (titles),,,,,,15/21,\n"
    ),
    "mandate_holders": "mandate_id,name,start,end,basis,note,source_id\nSR-FOAA,Maina Kiai,2011,,,,hrc\n",
    "sp_reports": (
        "mandate_id,symbol,year,subject,subject_complete,url,source_id\nSR-FOAA,A/1,2012,S,1,,hrc\n"
    ),
    "general_comments": (
        "committee,symbol,year,date_as_listed,title_en,status,superseded_by\nCAT,CAT/1,1997,,T,final,\n"
    ),
    "countries": "iso3,un_member,ilo_member,article_en\nKAZ,1,1,\n",
    "sources": (
        "source_id,what,where,version_or_commit,snapshot_date,licence,url\n"
        "nl,Texts,,,,public,\nmledoze-countries,Names,,,,ODbL,\n"
    ),
    "unsourced": (
        "target_file,key,field,lang,value,confidence,note,source\n"
        "instruments.csv,C087,citation_en,en,Cited so,high,,unsourced-knowledge\n"
        "instruments.csv,C087,title_ru,ru,Конвенция,high,,unsourced-knowledge\n"
        "ratifications.csv,KAZ C087,date,,1999-01-01,high,,unsourced-knowledge\n"
        "ratifications.csv,KAZ C122,date,,1999-12-06,high,,unsourced-knowledge\n"
        "articles.csv,ICCPR art. 22(1),text,fr,Toute personne,high,,unsourced-knowledge\n"
    ),
    "mandate_titles": "mandate_id,lang,form,title,source_id,note\n",
    "mandate_titles_unsourced": (
        "mandate_id,lang,form,title,confidence,note,source\nSR-FOAA,fr,bare,R,high,,u\n"
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small folder of source tables."""
    for name, text in SOURCES.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_the_same_folder_makes_the_same_files(folder: Path, tmp_path: Path) -> None:
    main(folder, tmp_path / "one")
    main(folder, tmp_path / "two")
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert len(names) == len(TABLES) + 1
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_release_is_known_by_its_newest_day_and_a_seal_over_its_facts(folder: Path) -> None:
    (before,) = rows(made(folder)["release.csv"])
    changed = SOURCES["ratifications"].replace("2000-12-13", "2000-12-14")
    (folder / "ratifications.csv").write_text(changed, encoding="utf-8")
    (after,) = rows(made(folder)["release.csv"])
    assert before["as_of"] == after["as_of"] == "2026-06-04"
    assert before["seal"] != after["seal"]


def test_a_year_is_written_as_a_year_and_a_sourced_fact_is_never_overwritten(folder: Path) -> None:
    held = {(row["state"], row["instrument"]): row for row in rows(made(folder)["standings.csv"])}
    assert held["ITA", "C155"]["since"] == "2023"
    assert (held["KAZ", "C087"]["since"], held["KAZ", "C087"]["verified"]) == ("2000-12-13", "yes")


def test_what_has_no_source_is_marked(folder: Path) -> None:
    files = made(folder)
    (doubtful,) = [row for row in rows(files["standings.csv"]) if row["verified"] == "no"]
    assert (doubtful["instrument"], doubtful["source"]) == ("C122", "unsourced-knowledge")
    (instrument,) = rows(files["instruments.csv"])
    assert (instrument["citation"], instrument["unverified"]) == ("Cited so", "citation_en")
    assert {row["verified"] for row in rows(files["titles.csv"]) if row["language"] == "ru"} == {"no"}


def test_share_alike_sources_are_left_out(folder: Path) -> None:
    assert "mledoze" not in "".join(made(folder).values())


def test_the_shipped_release_has_the_seal_of_its_tables() -> None:
    names = sorted(f"{table.__name__}.csv" for table in TABLES)
    text = "".join((HERE / name).read_text(encoding="utf-8") for name in names)
    (release,) = rows((HERE / "release.csv").read_text(encoding="utf-8"))
    assert hashlib.sha256(text.encode()).hexdigest() == release["seal"]
