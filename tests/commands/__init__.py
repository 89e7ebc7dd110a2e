"""Tests of onrecord.commands."""
