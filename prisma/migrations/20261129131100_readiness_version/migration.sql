-- How often a finding was given anew: who gives the next says which they have read.
ALTER TABLE "Readiness" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 0;
