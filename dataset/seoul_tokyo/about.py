"""What the dataset is called and under which terms it stands."""

NAME = "seoul-tokyo"
TITLE = "Seoul–Tokyo: relations between South Korea and Japan"
DESCRIPTION = (
    "An open, evidence-linked, versioned dataset of relations between South Korea and Japan: what happened (events), "
    "who acted (officials), what they disagree about (disputes) and which published documents say so (articles)."
)
LICENSE = "CC BY 4.0"
LICENSE_URL = "https://creativecommons.org/licenses/by/4.0/"
AUTHOR = "The Seoul–Tokyo contributors"
