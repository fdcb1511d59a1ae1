"""Load, verify, compare and pin every release with what is installed: run under both ends of the supported range.

A script of its own, because it must run where only pandas, pyarrow and packaging are: ``python supported.py``.
"""

import sys
from importlib.metadata import version

import pandas as pd

import seoul_tokyo as st
from seoul_tokyo import releases, verifying

TEXT = {"object"} if int(pd.__version__.partition(".")[0]) < 3 else {"str"}
KNOWN = TEXT | {"category", "datetime64[us]", "Int16", "float64", "boolean"}

for number in st.versions():
    wrong = verifying.files(number)
    assert not wrong, wrong
    for name, frame in st.tables(number).items():
        dtypes = {str(dtype) for dtype in frame.dtypes}
        assert dtypes <= KNOWN, (name, dtypes - KNOWN)
        assert len(frame) == releases.release(number)["tables"][name]["rows"]
        plain = pd.read_parquet(st.path(name, number))
        assert [str(dtype) for dtype in plain.dtypes] == [str(dtype) for dtype in frame.dtypes], name
        assert frame.attrs["seoul_tokyo"]["version"] == number
first, current = st.versions()[0], st.version()
st.require(f"=={current}", fingerprint=releases.release(current)["fingerprint"])
assert len(st.timeline()) == len(st.load("events")) > 0
found = st.diff(first, current)
assert (len(found.changes) > 0) == (first != current), found
assert current in st.cite("bibtex") and st.as_of(releases.release(current)["date"]) == current
print(
    f"Python {sys.version.partition(' ')[0]}, "
    + ", ".join(f"{p} {version(p)}" for p in ("pandas", "pyarrow", "packaging"))
)
