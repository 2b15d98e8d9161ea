-- Whom a leader answers to may leave office. Who stands in their place is named with the reason, and a note says who wrote it.
CREATE TABLE "CompactSuccession" (
    "id" UUID NOT NULL,
    "compactId" UUID NOT NULL,
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "namedById" TEXT NOT NULL,
    "namedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CompactSuccession_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "CompactSuccession_compactId_namedAt_idx" ON "CompactSuccession"("compactId", "namedAt");

ALTER TABLE "CompactSuccession" ADD CONSTRAINT "CompactSuccession_compactId_fkey"
    FOREIGN KEY ("compactId") REFERENCES "Compact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CompactNote" ADD COLUMN "writtenById" TEXT;

-- Nobody was named in anybody's place before: each side's notes are of the one who stands on it.
UPDATE "CompactNote" n SET "writtenById" = CASE n."side" WHEN 'supervisor' THEN c."supervisorId" ELSE p."userId" END
FROM "Compact" c JOIN "Appointment" a ON a."id" = c."appointmentId" JOIN "Person" p ON p."id" = a."personId"
WHERE c."id" = n."compactId";
