"""Weights of onrecord's German tagger (CC BY-NC-SA 4.0, not for commercial use). There is no code here.

onrecord finds this package by its name: onrecord.models.tagger.german.
"""
