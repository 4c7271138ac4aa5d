"""Truces across articles: which steps are of one, where each stands according to whom, what broke it."""
