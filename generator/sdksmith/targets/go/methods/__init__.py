"""Methods: what they take, what they return, and how the operation behind them is described."""
