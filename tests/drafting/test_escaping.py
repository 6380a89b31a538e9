"""Texts are escaped as the standard library does, without what it loads for that."""

from __future__ import annotations

import subprocess
import sys
from xml.sax import saxutils

from hypothesis import given
from hypothesis import strategies as st

from app.drafting import escaping

TEXTS = st.text(st.sampled_from("aß<>&\"'\n\r\t;#€"))


@given(TEXTS)
def test_texts_are_escaped_as_the_standard_library_does(text: str) -> None:
    assert escaping.escape(text) == saxutils.escape(text)
    assert escaping.quoteattr(text) == saxutils.quoteattr(text)


def test_the_services_load_nothing_that_speaks_to_networks() -> None:
    told = "import sys, app.bootstrap; print(*{'http.client', 'urllib.request'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=False)
    assert done.stdout.split() == [], done.stderr
