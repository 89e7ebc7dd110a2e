"""Tests of onrecord.pipeline."""
