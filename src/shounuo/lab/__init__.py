"""Simulated customers and portfolios with known truth. Never touches production tables."""
