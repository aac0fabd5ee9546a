"""What Crickets promises, tried: by claim, then by room of the source tree."""
