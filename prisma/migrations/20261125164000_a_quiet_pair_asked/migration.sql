-- When the secretariat last asked a quiet pair how it is.
ALTER TABLE "Engagement" ADD COLUMN "askedAt" TIMESTAMPTZ(3);
