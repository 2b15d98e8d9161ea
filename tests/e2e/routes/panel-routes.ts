import { paths } from "#app/paths.ts";
import type { Samples } from "../demo-samples.ts";
import { answered, deciders, overseers, type RouteCases, secretariat, seen } from "./route-case.ts";

/** From the panel that is set to the decision, its letter and the feedback. */
export function panelRoutes(s: Samples): RouteCases {
  const { panel, reported } = s;
  const reportedId = reported.id ?? "";
  const panelId = panel.id ?? "";
  const interviewing = { panelMember: s.interview.member ?? "" };
  const [heardId, heard] = [s.interview.id ?? "", s.interview.candidacy ?? ""];
  const [trialId, agreedId] = [s.trial.id ?? "", s.agreed.id ?? ""];
  const trying = { panelMember: s.trial.member ?? "" };
  const judging = { panelMember: panel.member ?? "" };
  const judged = { ...overseers, panelMember: reported.member ?? "" };
  return {
    "candidacies.$candidacyId_.interview[.]ics": answered(paths.interviewCalendar(heard), {
      ...overseers,
      ...interviewing,
      candidate: s.interview.candidate ?? "",
    }),
    "conflicts._index": seen(paths.conflictRegister(), overseers),
    "conflicts.$conflictId": seen(paths.knownConflict(s.conflict.id ?? ""), overseers),
    "decisions._index": seen(paths.decisions(), deciders),
    "composition-rules._index": seen(paths.compositionRules(), secretariat),
    "held-decisions._index": seen(paths.heldDecisions(), { decisionMaker: "whoever" }),
    "decisions.$vacancyId": seen(paths.decision(reported.vacancy ?? ""), deciders),
    "feedback.$candidacyId": seen(paths.feedback(s.feedback.id ?? ""), {
      ...overseers,
      panelMember: s.feedback.member ?? "",
    }),
    "letters._index": seen(paths.letters(), overseers),
    "letters.$letterId": seen(paths.letter(s.letter.id ?? ""), overseers),
    "panels._index": seen(paths.panels(), { ...overseers, panelMember: "whoever" }),
    "panels.$panelId": seen(paths.panel(panelId), { ...overseers, ...judging }),
    "panels.$panelId_.agenda": seen(paths.agenda(reportedId), judged),
    "panels.$panelId_.calibration": seen(paths.calibration(trialId), { ...overseers, ...trying }),
    "panels.$panelId_.calibration_.case": seen(paths.chooseSample(trialId), secretariat),
    "panels.$panelId_.calibration_.sheet": seen(paths.sampleSheet(trialId), trying),
    "panels.$panelId_.calibration_.draft": seen(paths.saveSample(trialId), trying),
    "panels.$panelId_.calibration_.open": seen(paths.openSamples(trialId), trying),
    "panels.$panelId_.calibration_.desk": seen(paths.endCalibration(agreedId), {
      panelMember: s.agreed.member ?? "",
    }),
    "panels.$panelId_.conflicts": seen(paths.conflicts(panelId), judging),
    "panels.$panelId_.dossiers.$candidacyId": seen(paths.dossier(panelId, panel.candidacy ?? ""), {
      ...overseers,
      ...judging,
    }),
    "panels.$panelId_.findings.$candidacyId": seen(
      paths.finding(reportedId, reported.candidacy ?? ""),
      judged,
    ),
    "panels.$panelId_.findings.$candidacyId_.history": seen(
      paths.findingHistory(reportedId, reported.candidacy ?? ""),
      judged,
    ),
    "panels.$panelId_.comparisons.$candidacyId": seen(paths.comparison(heardId, heard), {
      ...overseers,
      ...interviewing,
    }),
    "panels.$panelId_.guide": seen(paths.interviewGuide(heardId), { ...overseers, ...interviewing }),
    "panels.$panelId_.interviews": seen(paths.openInterviews(heardId), interviewing),
    "panels.$panelId_.interviews_.$candidacyId": seen(paths.setInterview(heardId, heard), secretariat),
    "panels.$panelId_.interviews_.$candidacyId_.call-off": seen(
      paths.callOffInterview(heardId, heard),
      secretariat,
    ),
    "panels.$panelId_.phases": seen(paths.planPhases(panelId), secretariat),
    "panels.$panelId_.questions": seen(paths.panelQuestions(heardId), secretariat),
    "panels.$panelId_.ranking": seen(paths.ranking(reportedId), judged),
    "panels.$panelId_.report": seen(paths.report(reportedId), { ...judged, decisionMaker: "whoever" }),
    "panels.$panelId_.report[.]pdf": answered(paths.reportPdf(reportedId, "en"), {
      ...judged,
      decisionMaker: "whoever",
    }),
    "panels.$panelId_.report_.sign": seen(paths.signReport(reportedId), {
      ...judged,
      decisionMaker: "whoever",
    }),
    "panels.$panelId_.reveal": seen(paths.reveal(panelId), judging),
    "panels.$panelId_.shortlist": seen(paths.shortlist(heardId), { ...overseers, ...interviewing }),
    "panels.$panelId_.sheets.$candidacyId": seen(paths.sheet(panelId, panel.candidacy ?? ""), judging),
    "panels.$panelId_.sheets.$candidacyId_.history": seen(
      paths.sheetHistory(panelId, panel.candidacy ?? ""),
      judging,
    ),
    "panels.$panelId_.sheets.$candidacyId_.draft": seen(
      paths.saveSheet(panelId, panel.candidacy ?? ""),
      judging,
    ),
    "questions._index": seen(paths.questions(), overseers),
    "vacancies.$vacancyId_.panel": seen(paths.setPanel(panel.vacancy ?? ""), secretariat),
    "vacancies.$vacancyId_.panel_.open": seen(paths.openPanel(panel.vacancy ?? ""), secretariat),
  };
}
