"""The parts of a check: where findings stand, what a workspace lays down, what was accepted, what can be mended."""
