"""Recomputes a workbook with LibreOffice, which reads nothing but its formulas and inputs."""

import csv
import io
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
ALL_SHEETS_UNFORMATTED = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""

Grid = list[list[str]]


def need_office() -> None:
    """Nothing where LibreOffice is there; else the test is skipped, or fails where nothing may be."""
    if OFFICE is None:
        reason = "LibreOffice is not installed: apt install libreoffice-calc"
        if os.environ.get("SALESDESIGN_REQUIRE_ALL"):
            pytest.fail(reason)
        pytest.skip(reason)


def recomputed(workbook: bytes, folder: Path) -> dict[str, Grid]:
    """The sheets by name, every formula computed anew: the values that stood beside them are taken out before."""
    profile, file = folder / "profile", folder / "book.xlsx"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE)
    file.write_bytes(without_values(workbook))
    command = [str(OFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", ALL_SHEETS_UNFORMATTED, "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return {path.stem.removeprefix("book-"): _grid(path) for path in folder.glob("book-*.csv")}


def without_values(workbook: bytes) -> bytes:
    """The same workbook with a wrong value beside each formula."""
    old, new = zipfile.ZipFile(io.BytesIO(workbook)), io.BytesIO()
    with zipfile.ZipFile(new, "w") as into:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("xl/worksheets/"):
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1<v>-1</v>", content)
            into.writestr(name, content)
    return new.getvalue()


def _grid(path: Path) -> Grid:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))
