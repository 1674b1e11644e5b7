"""Widgets: data in by setters, out by messages. They know neither files nor the report under edit."""
