-- A value of its own statement: Postgres takes no new value of an enum within the transaction that adds it.
ALTER TYPE "MembershipState" ADD VALUE 'lapsed';
