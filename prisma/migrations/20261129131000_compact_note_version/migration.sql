-- How often a side has written a note anew: who changes it or signs says which they have read.
ALTER TABLE "CompactNote" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 0;
