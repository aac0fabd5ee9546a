"""
How Crickets is, for whoever watches over it: figures for Prometheus on this machine, and a sign of life sent out.

Knows HTTP, and how figures are written; must not know where they come from. The only home of prometheus_client.
"""
