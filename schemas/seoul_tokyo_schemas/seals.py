"""Sealed quotes: evidence that a passage stands in an article, without keeping the passage.

A seal is ``s1:<tokens>:<sha256 hex>``, the number of tokens of the exact passage and the hash of its
normalised tokens. The normalisation is fixed for ever under the name ``s1``:

NFKC, drop format characters (Cf), case-fold, NFKC again; each Han or kana character, and each of 々〇ー, is
one token; otherwise a token is a run of letters and digits with the marks that follow them; everything else
separates, also the Korean middle dots U+318D and U+119E and the katakana dot; tokens are joined by one
space and encoded as UTF-8.

A passage has 5 to 60 tokens and at least 12 characters. A seal hides wording, not guessable phrases.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator

FEWEST_TOKENS, MOST_TOKENS, FEWEST_CHARACTERS = 5, 60, 12
PATTERN = r"s1:(?:[5-9]|[1-5][0-9]|60):[0-9a-f]{64}"

_SEPARATING_LETTERS = "\u318d\u119e"
_ALONE = re.compile(
    "[々〇ー\u3021-\u3029\u303b"
    "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Han in the basic plane
    "\U0001aff0-\U0001b16f\U00020000-\U000323af]"  # kana and Han beyond it
)


class NotSealable(ValueError):
    """The passage is too short or too long to be sealed."""


def tokens(text: str) -> list[str]:
    """The tokens of a text under the normalisation ``s1``."""
    folded = unicodedata.normalize("NFKC", text)
    folded = "".join(char for char in folded if unicodedata.category(char) != "Cf")
    folded = unicodedata.normalize("NFKC", folded.casefold())
    found: list[str] = []
    run = ""
    for char in folded:
        if _ALONE.match(char):
            found += [run, char]
            run = ""
        elif _continues(char, run):
            run += char
        else:
            found.append(run)
            run = ""
    return [token for token in (*found, run) if token]


def _continues(char: str, run: str) -> bool:
    if char in _SEPARATING_LETTERS:
        return False
    category = unicodedata.category(char)
    return category[0] == "L" or category == "Nd" or (category[0] == "M" and run != "")


def seal(passage: str) -> str:
    """The seal of an exact passage.

    Raises ``NotSealable`` where it has fewer than 5 or more than 60 tokens, or fewer than 12 characters.
    """
    words = tokens(passage)
    if not FEWEST_TOKENS <= len(words) <= MOST_TOKENS:
        raise NotSealable(f"the passage has {len(words)} tokens; a seal takes {FEWEST_TOKENS} to {MOST_TOKENS}")
    if len(passage.strip()) < FEWEST_CHARACTERS:
        raise NotSealable(f"the passage has {len(passage.strip())} characters; a seal takes at least 12")
    return f"s1:{len(words)}:{_digest(words)}"


def found_in(sealed: str, text: str) -> bool:
    """Whether the sealed passage stands anywhere in the text.

    Every window of as many tokens as the seal names is hashed. Raises ``ValueError`` for a malformed seal.
    """
    if re.fullmatch(PATTERN, sealed) is None:
        raise ValueError(f"{sealed!r} is not a seal of the form s1:<tokens>:<64 hex>")
    _, count, digest = sealed.split(":")
    return any(_digest(window) == digest for window in _windows(tokens(text), int(count)))


def _windows(words: list[str], size: int) -> Iterator[list[str]]:
    return (words[start : start + size] for start in range(len(words) - size + 1))


def _digest(words: list[str]) -> str:
    return hashlib.sha256(" ".join(words).encode()).hexdigest()
