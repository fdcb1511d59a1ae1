"""How to cite a release, and how to stop an analysis that runs on other data."""

from __future__ import annotations

from typing import Literal

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from seoul_tokyo import releases
from seoul_tokyo.about import AUTHOR, LICENSE, TITLE
from seoul_tokyo.errors import PinBroken


def cite(style: Literal["text", "bibtex"] = "text", version: str | None = None) -> str:
    """A citation of a release, current unless a version is given, as ``"text"`` or ``"bibtex"``.

    It names the version and the fingerprint of the data. Raises ``ValueError`` for another style, ``UnknownVersion``.
    """
    release = releases.release(version or releases.version())
    year = str(release["date"])[:4]
    if style == "text":
        return (
            f"{AUTHOR} ({year}). {TITLE} (version {release['version']}) [Data set]. {LICENSE}. "
            f"Fingerprint {release['fingerprint']}."
        )
    if style == "bibtex":
        return "\n".join(
            (
                f"@misc{{seoul_tokyo_{release['version'].replace('.', '_')},",
                f"  title = {{{{{TITLE}}}}},",
                f"  author = {{{{{AUTHOR}}}}},",
                f"  year = {{{year}}},",
                f"  version = {{{release['version']}}},",
                f"  note = {{Data set, {LICENSE}. Fingerprint {release['fingerprint']}}}",
                "}",
            )
        )
    raise ValueError(f"there is no citation style {style!r}; use 'text' or 'bibtex'")


def require(spec: str, fingerprint: str | None = None) -> None:
    """Stop an analysis that would run on other data.

    ``spec`` is a version specifier (``"~=1.2"``, ``"==0.1.0"``), ``fingerprint`` that of the release as
    ``seoul-tokyo pin`` prints it.
    Raises ``PinBroken`` where the current release does not meet them, with what moved since the release that was asked
    for if that is in the package; ``ValueError`` for what is no specifier.
    """
    current = releases.release(releases.version())
    try:
        wanted = SpecifierSet(spec)
    except InvalidSpecifier:
        raise ValueError(f"{spec!r} is no version specifier such as '~=1.2' or '==0.1.0'") from None
    if current["version"] not in wanted:
        installed = f"{current['version']} is installed{_moved(wanted, fingerprint)}"
        raise PinBroken(f"this analysis asks for seoul-tokyo {spec}, but {installed}")
    if fingerprint is not None and fingerprint != current["fingerprint"]:
        raise PinBroken(
            f"seoul-tokyo {current['version']} is installed with the data {current['fingerprint']}, "
            f"but this analysis asks for {fingerprint}{_moved(wanted, fingerprint)}"
        )


def _moved(wanted: SpecifierSet, fingerprint: str | None) -> str:
    """What moved since the release that an analysis asks for, where the package holds it."""
    current = releases.version()
    held = [releases.release(version) for version in reversed(releases.versions()) if version != current]
    asked = [
        release["version"]
        for release in held
        if (release["fingerprint"] == fingerprint if fingerprint else release["version"] in wanted)
    ]
    if not asked:
        return ""
    from seoul_tokyo.comparing import diff

    found = diff(asked[0])
    return (
        f".\nSince {asked[0]} ({found.bump}):\n  " + "\n  ".join(found.counts) + "\n"
        f"See `seoul-tokyo diff {asked[0]} {current}`, or load what was asked for with version={asked[0]!r}"
    )
