-- Whether members score the files without names. Panels set up before see them.
ALTER TABLE "Panel" ADD COLUMN "blind" BOOLEAN NOT NULL DEFAULT false;
