import { lastReported } from "#app/gender/year-report.ts";
import { paths } from "#app/paths.ts";
import type { Samples } from "../demo-samples.ts";
import {
  answered,
  deciders,
  everybody,
  overseers,
  type RouteCases,
  secretariat,
  seen,
  signedIn,
} from "./route-case.ts";

/** What is counted of women and men, the targets and who answers for them. */
export function balanceRoutes(s: Samples): RouteCases {
  const vacancy = s.openCall.id ?? "";
  const lastYear = lastReported(new Date().toISOString().slice(0, 10));
  const drafting = { focalPoint: s.nomineeDraft.focalPoint ?? "" };
  return {
    "balance._index": seen(paths.balance(), everybody),
    "balance.people": seen(paths.balanceOfPeople(), overseers),
    "balance.figures.$figure.$format": answered(paths.figure("leaders-by-list", "svg"), everybody),
    "balance.crossings": seen(paths.crossings(), overseers),
    "balance.selection._index": seen(paths.balanceOfSelection(), overseers),
    "accountability._index": seen(paths.accountability(), deciders),
    "accountability.leaders": seen(paths.accountableLeaders(), deciders),
    "accountability.missions": seen(paths.accountableMissions(), deciders),
    "accountability.states": seen(paths.accountableStates(), { ...deciders, focalPoint: "whoever" }),
    "accountability.champions": seen(paths.genderChampions(), { ...deciders, focalPoint: "whoever" }),
    "accountability.report._index": seen(paths.yearReports(), everybody),
    "accountability.report.$year": seen(paths.yearReport(lastYear), everybody),
    "accountability.report.$year[.]json": answered(paths.yearReportJson(lastYear), everybody),
    "accountability.report.$year[.]pdf": answered(paths.yearReportPdf(lastYear, "en"), everybody),
    "public.balance._index": seen(paths.openBalance(), everybody),
    "public.balance.data": seen(paths.openData(), everybody),
    "public.balance.embed": seen(paths.openEmbedding(), everybody),
    "public.balance[.]csv": answered(paths.openSheet(), everybody),
    "public.balance[.]json": answered(paths.openJson(), everybody),
    "public.balance[.]schema[.]json": answered(paths.openSchema(), everybody),
    "public.balance[.]svg": answered(paths.openFigure("leaders"), everybody),
    "balance.vacancies.$vacancyId": seen(paths.balanceOfVacancy(vacancy), overseers),
    "public.pledges[.]csv": answered(paths.openPledgeSheet(), everybody),
    "public.pledges[.]json": answered(paths.openPledgeJson(), everybody),
    "projection._index": seen(paths.projection(), signedIn),
    "projection.export.$format": answered(paths.projectionSheet("csv"), signedIn),
    "servicewomen._index": seen(paths.services(), overseers),
    "servicewomen.template": answered(paths.servicesTemplate(), { focalPoint: "whoever" }),
    "states.$code_.servicewomen": seen(paths.reportServices(s.nomineeDraft.state ?? ""), drafting),
    "targets._index": seen(paths.targets(), signedIn),
    "targets.$targetId": seen(paths.target(s.target.id ?? ""), signedIn),
    "targets.new": seen(paths.newTarget(), secretariat),
    "uniformed._index": seen(paths.uniformed(), everybody),
    "uniformed.imports._index": seen(paths.uniformedImports(), overseers),
    "uniformed.imports.$importId": seen(paths.uniformedImport(s.figures.id ?? ""), overseers),
    "uniformed.imports.$importId_.take": seen(paths.takeUniformed(s.figures.id ?? ""), secretariat),
  };
}
