-- What an organisation was while it bore a name: its level, and what it was part of.
ALTER TABLE alias ADD COLUMN "level" TEXT;
ALTER TABLE alias ADD COLUMN "parent" INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
