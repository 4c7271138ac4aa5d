"""Figures kept per claimant, in tables for incidents, periods, the time since the truce, and background."""
