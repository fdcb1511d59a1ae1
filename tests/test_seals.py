"""Seals: a passage is found again wherever it stands, and nothing else is."""

import re
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from seoul_tokyo_schemas.seals import PATTERN, NotSealable, found_in, seal, tokens

WORDS = st.lists(
    st.text(st.sampled_from("abcdefgXYZ0189가나다라한국東京都々カタひら한"), min_size=1, max_size=6),
    min_size=5,
    max_size=20,
).map(" ".join)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Today’s meeting” — 21 December", ["today", "s", "meeting", "21", "december"]),
        ("한·일 고위경제협의회", ["한", "일", "고위경제협의회"]),
        ("한ㆍ일 외교장관", ["한", "일", "외교장관"]),
        ("日韓首脳会談", ["日", "韓", "首", "脳", "会", "談"]),
        ("サーバー・データ", ["サ", "ー", "バ", "ー", "デ", "ー", "タ"]),
        ("ｻｰﾊﾞｰ", ["サ", "ー", "バ", "ー"]),
        ("佐々木〇", ["佐", "々", "木", "〇"]),
        ("Straße ＡＢＣ１２３", ["strasse", "abc123"]),
        ("co\u00adoperation\u200b", ["cooperation"]),
        ("cafe\u0301 \u0301x", ["café", "x"]),
        ("12월21일", ["12월21일"]),
        ("", []),
    ],
)
def test_normalisation_is_fixed_for_ever(text, expected):
    assert tokens(text) == expected


def test_a_seal_never_changes():
    passage = "South Korea and Japan held high-level economic talks on Thursday"
    assert seal(passage) == "s1:11:bad983facdbb6e52c0c14006af15999d18a9639afc1db6fca22a9b299352b59b"


@given(WORDS)
def test_a_sealed_passage_is_found_wherever_it_stands(passage):
    assume(len(tokens(passage)) <= 60 and len(passage) >= 12)
    sealed = seal(passage)
    assert re.fullmatch(PATTERN, sealed)
    assert found_in(sealed, f"Before it, words. “{passage}”, and after.")


@given(WORDS)
def test_typography_and_case_do_not_matter(passage):
    assume(5 <= len(tokens(passage)) <= 60 and len(passage) >= 12)
    retold = unicodedata.normalize("NFD", passage.upper().replace(" ", " – \u200b"))
    assert found_in(seal(passage), retold)


@given(WORDS, st.data())
def test_a_passage_with_one_token_changed_is_not_found(passage, data):
    words = tokens(passage)
    assume(5 <= len(words) <= 60 and len(passage) >= 12)
    at = data.draw(st.integers(0, len(words) - 1))
    changed = [*words[:at], "other", *words[at + 1 :]]
    assert not found_in(seal(passage), " ".join(changed))


@pytest.mark.parametrize("passage", ["four words are few", "a b c d e", "word " * 61])
def test_too_short_or_too_long_a_passage_is_not_sealed(passage):
    with pytest.raises(NotSealable):
        seal(passage)


@pytest.mark.parametrize("sealed", ["", "s1:5:abc", "s2:8:" + "0" * 64, "s1:4:" + "0" * 64, "s1:61:" + "0" * 64])
def test_a_malformed_seal_is_refused(sealed):
    with pytest.raises(ValueError, match="is not a seal"):
        found_in(sealed, "any text")
