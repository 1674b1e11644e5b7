"""The form of one record, made from its fields' own declarations. ``form.Form`` is the way in."""
