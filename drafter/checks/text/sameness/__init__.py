"""Sentences said twice, or over and over alike."""
