-- The yearly report on the balance: made once for a reporting year, and kept.
CREATE TABLE "YearReport" (
    "year" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "madeById" TEXT,

    CONSTRAINT "YearReport_pkey" PRIMARY KEY ("year")
);
