"""The commands as their user calls them."""
