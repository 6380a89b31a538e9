"""The hidden office program is told to keep nothing and to fetch nothing."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from app.converting.profile import write_profile

OOR = "{http://openoffice.org/2001/registry}"


def test_the_settings_are_whole_and_say_what_matters(tmp_path: Path) -> None:
    write_profile(tmp_path)
    root = ET.parse(tmp_path / "user" / "registrymodifications.xcu").getroot()
    told = {
        (item.attrib[f"{OOR}path"].rpartition("/")[2], item[0].attrib[f"{OOR}name"]): item[0][0].text
        for item in root
    }
    assert len(told) == len(root)
    assert told["RecoveryInfo", "Enabled"] == "false"
    assert told["History", "PickListSize"] == "0"
    assert told["Scripting", "DisableMacrosExecution"] == "true"
    assert told["Settings", "ooInetHTTPSProxyName"] == "127.0.0.1"
