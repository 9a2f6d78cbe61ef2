"""Decisions as bare figures, for many companies: the answers of `decide`, without the findings behind them."""
