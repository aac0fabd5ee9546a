"""What invoices say: exactly, from files made for machines, or proposed, from a mail that seems to bring one."""
