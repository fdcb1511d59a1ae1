"""What each type of event looks like: who takes part in which roles, at which level, in which tone and stage.

The shape names the roles; ``acts.py`` fills them. Levels are those that a body of the acting side can have.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

OFFICIAL = ("minister", "leader", "senior-official", "working-level")
ANYBODY = (*OFFICIAL, "legislature", "subnational", "armed-forces", "private", "judiciary")
WARM, COOL, COLD = (
    ("cooperative", "mixed"),
    ("neutral", "cooperative", "mixed", "conflictual"),
    ("conflictual", "mixed"),
)
STAGES = ("both", "decided", "in-force")


@dataclass(frozen=True, slots=True)
class Template:
    """One type of event: the shape of its participants, and the codes it can bear."""

    shape: str
    levels: tuple[str, ...] = OFFICIAL
    tones: tuple[str, ...] = COOL
    stages: tuple[str, ...] = ()


def _deed(tones: tuple[str, ...] = COOL, levels: tuple[str, ...] = ANYBODY, stages: tuple[str, ...] = ()) -> Template:
    return Template("deed", levels, tones, stages)


TEMPLATES: Mapping[str, Template] = {
    "statement": Template("words", ANYBODY),
    "summit": Template("meeting", ("leader",)),
    "ministerial-meeting": Template("meeting", ("minister",)),
    "senior-official-consultation": Template("meeting", ("senior-official",)),
    "working-level-talks": Template("meeting", ("working-level",)),
    "negotiation-session": Template("meeting", ("senior-official", "working-level")),
    "legislators-meeting": Template("meeting", ("legislature",)),
    "visit": Template("visit", (*OFFICIAL, "legislature", "subnational", "armed-forces")),
    "call": Template("call"),
    "cancelled-or-postponed": _deed(COLD, OFFICIAL),
    "dialogue-suspended": _deed(COLD, OFFICIAL),
    "dialogue-resumed": Template("joint", OFFICIAL, WARM),
    "remorse-or-apology": Template("words", (*OFFICIAL, "legislature"), WARM),
    "proposal": Template("words"),
    "proposal-rejected": Template("words", OFFICIAL, COLD),
    "diplomatic-protest": Template("protest", OFFICIAL, COLD),
    "envoy-summoned": Template("summoning", OFFICIAL, COLD),
    "ambassador-recalled": _deed(COLD, OFFICIAL),
    "ambassador-returned": _deed(WARM, OFFICIAL),
    "relations-or-mission": Template("joint"),
    "agreement-announced": Template("joint", OFFICIAL, WARM, ("both", "decided")),
    "agreement-initialled": Template("signing", OFFICIAL, WARM, ("both", "decided")),
    "agreement-signed": Template("signing", OFFICIAL, WARM, STAGES),
    "agreement-ratified": Template("joint", (*OFFICIAL, "legislature"), WARM, STAGES),
    "agreement-in-force": Template("joint", OFFICIAL, WARM, ("in-force", "both")),
    "agreement-suspended": _deed(COLD, OFFICIAL, STAGES),
    "agreement-termination-notice": _deed(COLD, OFFICIAL, STAGES),
    "agreement-notice-withdrawn": _deed(WARM, OFFICIAL, STAGES),
    "agreement-ended": _deed(COOL, OFFICIAL, ("in-force", "both")),
    "trade-restriction": _deed(COLD, OFFICIAL, STAGES),
    "trade-restriction-eased": _deed(WARM, OFFICIAL, STAGES),
    "travel-measure": _deed(COOL, OFFICIAL, STAGES),
    "environmental-act": _deed(COOL, (*OFFICIAL, "private"), STAGES),
    "law-or-resolution": _deed(COOL, ("legislature", "subnational"), STAGES),
    "information-sharing": Template("joint", (*OFFICIAL, "armed-forces"), WARM, STAGES),
    "economic-cooperation": Template("joint", (*OFFICIAL, "private"), WARM, STAGES),
    "aid-or-relief": _deed(WARM, ANYBODY, STAGES),
    "payment-or-fund": _deed(WARM, ANYBODY, STAGES),
    "property-or-remains-returned": _deed(WARM, ANYBODY, STAGES),
    "institution-founded-or-dissolved": Template("joint", ANYBODY, COOL, STAGES),
    "court-filing": Template("suit", ("judiciary",), ("neutral",)),
    "court-ruling": Template("ruling", ("judiciary",), ("neutral",)),
    "asset-seizure": Template("ruling", ("judiciary",), ("neutral",)),
    "international-case-step": Template("case", OFFICIAL),
    "international-ruling": Template("award", ("judiciary",), ("neutral",)),
    "military-exercise": Template("joint", ("armed-forces",)),
    "military-incident": _deed(COLD, ("armed-forces",)),
    "survey-or-patrol": _deed(COOL, ("armed-forces", "working-level")),
    "seizure-or-arrest": _deed(COLD, ("armed-forces", "working-level", "judiciary")),
    "release": _deed(WARM, (*OFFICIAL, "armed-forces")),
    "violence-or-abduction": _deed(("conflictual",), ("private", "working-level")),
    "territorial-act": _deed(COLD),
    "shrine-visit-or-offering": _deed(COOL, ("leader", "minister", "legislature")),
    "textbook-screening": _deed(COOL, OFFICIAL),
    "government-publication": _deed(COOL, OFFICIAL),
    "heritage-listing": Template("joint", (*OFFICIAL, "subnational")),
    "commemoration": _deed(COOL, ANYBODY),
    "monument": _deed(COOL, ("private", "subnational")),
    "public-protest": _deed(("conflictual",), ("private",)),
    "boycott": _deed(("conflictual",), ("private", "subnational")),
    "cultural-exchange": Template("joint", ANYBODY, WARM),
    "appointment": Template("appointment", OFFICIAL),
    "election-or-succession": _deed(COOL, ("leader",)),
    "other": _deed(COOL),
}  # fmt: skip
"""Every event type, simplest first."""

BODY_OF_LEVEL: Mapping[str, tuple[str, ...]] = {
    "leader": (), "minister": ("ministry",), "senior-official": ("agency",),
    "working-level": ("agency", "central-bank"), "legislature": ("legislature",),
    "judiciary": ("court",), "subnational": ("subnational",),
    "armed-forces": ("military",), "private": ("group", "firm", "party", "occupation-authority"),
}  # fmt: skip
"""The kinds of bodies other than states that act at a level; executive acts are mostly the state's."""
