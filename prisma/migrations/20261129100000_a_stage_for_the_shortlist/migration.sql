-- Whom a panel takes into its last round. A value can be used only once the change that adds it is complete: the rows
-- follow in the next migration.
ALTER TYPE "Stage" ADD VALUE 'shortlisted' BEFORE 'recommended';
