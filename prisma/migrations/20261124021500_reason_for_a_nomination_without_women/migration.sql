-- A state that nominates two or more without a woman among them says why (METHOD §5).
ALTER TABLE "Nomination" ADD COLUMN "balanceReason" TEXT;
