"""Stages: plain functions over frozen data. They know nothing of stores, runners or the web."""
