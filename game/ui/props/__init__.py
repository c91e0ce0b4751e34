"""Things from the road that several scenes show: tickets, records, picks, plates, hints.

They are drawn from plain texts and numbers and know nothing of what these mean.
"""
