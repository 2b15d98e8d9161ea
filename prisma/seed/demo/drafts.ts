import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { addDraftDocument } from "#app/selection/document/add-draft-document.server.ts";
import { documentsNeeded } from "#app/selection/nomination/nominee-check.ts";
import {
  type DraftFile,
  EMPTY_FILE,
  SERVICES,
  type Service,
} from "#app/selection/nomination/nominee-file.ts";
import { openDraft } from "#app/selection/nomination/open-draft.server.ts";
import { saveDraft } from "#app/selection/nomination/save-draft.server.ts";
import { submitList } from "#app/selection/nomination/submit-list.server.ts";
import type { Cast } from "./cast.ts";
import { inventedPerson } from "./people.ts";
import { onDay, told } from "./stage.ts";

interface Invented {
  readonly number: number;
  readonly gender: "woman" | "man";
  /** What stands otherwise than invented: left open in a draft that is not finished, or a name of its own. */
  readonly otherwise?: Partial<DraftFile>;
}

/** Writes an invented nominee's file on a state's list, with the documents its call asks for. */
export async function writeDraft(
  focalPoint: Actor,
  callId: string,
  { number, gender, otherwise = {} }: Invented,
): Promise<string> {
  const vacancies = await vacanciesOf(callId);
  const file = { ...inventedFile(number, gender, vacancies[0]?.component ?? "civilian"), ...otherwise };
  const nationalities = [focalPoint.stateCode ?? ""];
  const { draftId } = told(await openDraft(focalPoint, { callId }));
  told(await saveDraft(focalPoint, { draftId, version: 0, file: { ...file, nationalities } }));
  const name = `${file.givenName} ${file.familyName}`;
  for (const kind of documentsNeeded(vacancies)) {
    const document = onePage(`${kind}.pdf`, `${name}: ${kind}, invented`);
    told(await addDraftDocument(focalPoint, { draftId, kind, document }));
  }
  return draftId;
}

/** Submits one draft; a list that departs from the rule of its call says why. */
export async function submitDraft(focalPoint: Actor, callId: string, draftId: string) {
  const { version } = await database().nomineeDraft.findUniqueOrThrow({
    where: { id: draftId },
    select: { version: true },
  });
  const reason = "Invented for the demonstration: nobody else was free in time.";
  const drafts = [{ draftId, version }];
  told(await submitList(focalPoint, { callId, drafts, reason, submissionKey: crypto.randomUUID() }));
}

/** Drafts that wait on two states' lists while their call is open: one complete, one half written. */
export async function leaveDrafts({ focalPoints }: Cast, callId: string, from: number) {
  for (const [stateCode, number] of [
    ["GH", from],
    ["FR", from + 4],
  ] as const) {
    const focalPoint = focalPoints.get(stateCode);
    if (!focalPoint) throw new Error(`The demo has no focal point of ${stateCode}`);
    await onDay(-2, () => writeDraft(focalPoint, callId, { number, gender: "woman" }));
    const otherwise = { birthDate: "", visionStatement: "", noAllegation: "", education: [] };
    await onDay(-1, () => writeDraft(focalPoint, callId, { number: number + 3, gender: "man", otherwise }));
  }
}

async function vacanciesOf(callId: string) {
  const vacancies = await database().vacancy.findMany({
    where: { callId },
    select: { id: true, post: { select: { roleKind: { select: { component: true } } } } },
  });
  return vacancies.map(({ id, post }) => ({
    id,
    component: SERVICES.find((one) => one === post.roleKind.component) ?? ("civilian" as const),
  }));
}

const RANKS = { civilian: "Ambassador", military: "Major General", police: "Commissioner" } as const;

function inventedFile(number: number, gender: "woman" | "man", service: Service): DraftFile {
  const person = inventedPerson(number, gender);
  return {
    ...EMPTY_FILE,
    ...person,
    birthDate: `${1962 + (number % 14)}-0${1 + (number % 9)}-1${number % 9}`,
    service,
    rank: RANKS[service],
    currentPost: "Senior adviser (invented)",
    seniorYears: String(number % 8 === 7 ? 9 : 15 + (number % 14)),
    languages: [
      { code: "en", level: "3" },
      { code: "fr", level: String(1 + (number % 3)) },
    ],
    posts: [
      {
        ...{ title: "Senior adviser", employer: "A ministry (invented)", supervisor: "The Minister" },
        ...{ from: "2019-03", to: "", peopleLed: "40", budget: "1200" },
      },
      {
        ...{ title: "Head of office", employer: `Office ${number}`, supervisor: "The Director" },
        ...{ from: "2010-09", to: "2019-02", peopleLed: "200", budget: "9000" },
      },
    ],
    missions: [{ mission: "UNMISS", role: "Head of field office", from: "2012-05", to: "2014-06" }],
    education: [{ degree: "MA International Relations", institution: "A university", year: "1994" }],
    courses: [{ name: "Senior Mission Leaders Course", organiser: "United Nations", year: "2018" }],
    visionStatement:
      "Invented for the demonstration: listen first, agree with the parties on three things that people notice within a year, and prepare the handover from the first day.",
    statement: `Invented for the demonstration. ${person.givenName} ${person.familyName} led an office of two hundred through a change of mandate, kept the parties talking, and has the confidence of the region.`,
    ...{ noConviction: "on", noViolation: "on", noAllegation: "on" },
  };
}

/** A document of one line: the smallest PDF that a reader opens. */
export function onePage(name: string, words: string) {
  const line = `BT /F1 18 Tf 60 700 Td (${words}) Tj ET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${line.length}>>stream\n${line}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  const body = objects.map((object, n) => `${n + 1} 0 obj${object}endobj\n`).join("");
  const text = `%PDF-1.4\n${body}trailer<</Root 1 0 R/Size 6>>\n%%EOF\n`;
  return { name, contentType: "application/pdf", bytes: new TextEncoder().encode(text) };
}
