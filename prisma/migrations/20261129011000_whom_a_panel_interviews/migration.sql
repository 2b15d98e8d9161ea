-- Whom a panel interviews: without a row it is everybody judged, as it was.
CREATE TABLE "Shortlist" (
    "panelId" UUID NOT NULL,
    "balanceReason" TEXT NOT NULL DEFAULT '',
    "decidedById" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Shortlist_pkey" PRIMARY KEY ("panelId")
);
ALTER TABLE "Shortlist" ADD CONSTRAINT "Shortlist_panelId_fkey" FOREIGN KEY ("panelId") REFERENCES "Panel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "PassedOver" (
    "candidacyId" UUID NOT NULL,
    "panelId" UUID NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "PassedOver_pkey" PRIMARY KEY ("candidacyId")
);
CREATE INDEX "PassedOver_panelId_idx" ON "PassedOver"("panelId");
ALTER TABLE "PassedOver" ADD CONSTRAINT "PassedOver_panelId_fkey" FOREIGN KEY ("panelId") REFERENCES "Shortlist"("panelId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PassedOver" ADD CONSTRAINT "PassedOver_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;
