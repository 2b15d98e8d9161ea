import type { PeopleFigures } from "./people-figure.ts";
import { PEOPLE_KNOWN } from "./people-known.ts";
import { PEOPLE_UNCOUNTED } from "./people-uncounted.ts";

/**
 * Every page and download that reaches somebody without exact figures (`gender.readExact`), by what is done about the people
 * counted there. `people-figures.test.ts` fails for a page that is missing here; docs/decisions/0057 argues each kind.
 */
export const PEOPLE_FIGURES: readonly PeopleFigures[] = [
  {
    kind: "protected",
    by: "app/gender/publish-balance.server.ts",
    why: "one release of a closed year, protected once and kept",
    routes: ["balance._index", "balance.vacancies.$vacancyId"],
  },
  {
    kind: "protected",
    by: "app/gender/collect-open-balance.server.ts",
    why: "candidates as that release holds them; leaders and targets by name; pledges as the register shows each",
    routes: [
      "public.balance._index",
      "public.balance[.]csv",
      "public.balance[.]json",
      "public.balance[.]svg",
    ],
  },
  {
    kind: "protected",
    by: "app/gender/disclosure.ts",
    why: "what the open figures are and how other sites show them",
    routes: ["public.balance.data", "public.balance.embed", "public.balance[.]schema[.]json"],
  },
  {
    kind: "protected",
    by: "app/gender/gather-year.server.ts",
    why: "the road as the kept release of the year holds it; everything else is public by name or published",
    routes: [
      ...["accountability.report.$year", "accountability.report.$year[.]json"],
      "accountability.report.$year[.]pdf",
    ],
  },
  {
    kind: "protected",
    by: "app/gender/measure-targets.server.ts",
    why: "nominations from that release, the cadre for exact readers alone, leaders by name, uniformed as published",
    routes: ["targets._index", "targets.$targetId"],
  },
  {
    kind: "protected",
    by: "app/cadre/compact.ts",
    why: "nominees are left out for the leader; the team is public by name",
    routes: ["compacts._index", "compacts.$compactId"],
  },
  {
    kind: "named",
    why: "who holds a leadership post is public; the bench comes in for exact readers alone",
    routes: [
      "balance.figures.$figure.$format",
      "projection._index",
      "projection.export.$format",
      "missions._index",
      "missions.$acronym",
    ],
  },
  {
    kind: "named",
    why: "leaders in post and their compacts; nominees, by mission or state, for exact readers alone",
    routes: ["accountability._index", "accountability.leaders", "accountability.missions"],
  },
  {
    kind: "published",
    why: "the United Nations' own monthly tables, whole",
    routes: ["uniformed._index"],
  },
  {
    kind: "published",
    why: "what a state pledged, in its own words and numbers, and registered as public with its knowledge",
    routes: [
      ...["state-pledges._index", "state-pledges.$pledgeId", "cadre.lists.$list.$format"],
      ...["public.pledges[.]csv", "public.pledges[.]json"],
    ],
  },
  {
    kind: "published",
    why: "a state's statement of its own services, to that state",
    routes: ["states.$code_.servicewomen"],
  },
  {
    kind: "published",
    why: "gender champions, whom a state names itself as what it pledged",
    routes: ["accountability.champions"],
  },
  ...PEOPLE_KNOWN,
  ...PEOPLE_UNCOUNTED,
];

/** The figures that a file can be taken of without exact figures, each with why; every other one of the catalogue asks for them. */
export const OPEN_FIGURES: Readonly<Record<string, string>> = {
  "leaders-by-list": "leaders are public by name",
  "leaders-by-post": "leaders are public by name",
  "leaders-by-month": "leaders are public by name",
  targets: "measured as the page does it: nominations from the release, the cadre for exact readers alone",
  "targets-all": "measured as the page does it",
  "target-trend": "of leaders, by name, or of uniformed personnel as published; of nothing else",
  "uniformed-by-category": "the United Nations' own monthly tables",
  "uniformed-by-mission": "the United Nations' own monthly tables",
  "uniformed-by-month": "the United Nations' own monthly tables",
  "uniformed-by-state": "the United Nations' own monthly tables",
};
