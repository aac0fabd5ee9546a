"""The installed command, run as its users run it: wrong input, silent servers, full disks, hostile mail."""
