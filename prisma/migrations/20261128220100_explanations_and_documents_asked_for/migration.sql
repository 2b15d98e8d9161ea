-- A candidate can be asked to explain something in words, and for a document.
ALTER TABLE "FileRequest" ADD COLUMN "explain" TEXT;
ALTER TABLE "FileRequest" ADD COLUMN "explainFor" TEXT;
ALTER TABLE "FileRequest" ADD COLUMN "documentKind" TEXT;
ALTER TABLE "FileRequest" ADD COLUMN "explanation" TEXT;
ALTER TABLE "FileRequest" ADD COLUMN "documentId" UUID;

CREATE UNIQUE INDEX "FileRequest_documentId_key" ON "FileRequest"("documentId");

ALTER TABLE "FileRequest" ADD CONSTRAINT "FileRequest_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "CandidacyDocument"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Who answers by a link has no account.
ALTER TABLE "CandidacyDocument" ALTER COLUMN "addedById" DROP NOT NULL;
