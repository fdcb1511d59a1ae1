"""Schemas of the Seoul–Tokyo dataset: models, vocabularies, rules. They know no file, version or release."""

from seoul_tokyo_schemas.problem import Problem

__all__ = ["Problem"]
