-- Names are compared by their trigrams, and found whatever their accents. Both are trusted extensions: the owner of the
-- database may create them; elsewhere an administrator does, once (see README).
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
