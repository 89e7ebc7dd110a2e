"""Loading and running of weights that come inside packages; the pipeline hands them to stages."""
