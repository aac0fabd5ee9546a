"""The signs by which a draft's fate is read: each says what it makes of a draft, or nothing. `fate` has their order."""
