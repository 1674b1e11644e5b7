"""drafter: half-year and annual work summaries of Chinese public bodies, from YAML facts to the official page."""

__version__ = "0.1.0"
