-- A need whose pair has ended is matched again: the accepted proposal of then stays beside the open one of now.
-- That no need has two pairs at once is the need's own state, which only "stated" can be matched from.
DROP INDEX "MatchProposal_one_live";
CREATE UNIQUE INDEX "MatchProposal_one_live" ON "MatchProposal"("needId") WHERE "state" = 'proposed';
