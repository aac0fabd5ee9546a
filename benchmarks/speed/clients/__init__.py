"""Programs that read a mailbox in other ways, each a process of its own: `HOST PORT LOGIN PASSWORD ITEMS FOLDER...`."""
