"""Screens: they join widgets with the actions, and hand back what was chosen."""
