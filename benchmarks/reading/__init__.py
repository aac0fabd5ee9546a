"""How well, how safely and how fast mail is read: figures from a folder of real mail that lies elsewhere."""
