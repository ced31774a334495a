"""Use cases as plain functions: the only writers. They return frozen dataclasses."""
