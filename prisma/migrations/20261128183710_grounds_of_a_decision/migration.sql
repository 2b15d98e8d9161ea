-- What decided between the chosen and those whom the figures cannot tell from them, and why the order was departed from. Decisions
-- made before were not asked for either.
ALTER TABLE "Decision" ADD COLUMN "tieBreakReason" TEXT, ADD COLUMN "departureReason" TEXT;
ALTER TABLE "DeclinedSelection" ADD COLUMN "tieBreakReason" TEXT, ADD COLUMN "departureReason" TEXT;
