/** Where files may stand and how they may end: the closed list of DESIGN §3. */

interface Place {
  /** The folder, as a pattern of the path up to the file's name. */
  readonly folder: RegExp;
  /** How a file there may be called. */
  readonly names: readonly RegExp[];
  readonly says: string;
}

const WORD = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*";
const named = (ending: string) => new RegExp(`^${WORD}${ending}$`);

const PURE = named("\\.ts");
const VIEW = named("\\.tsx");
const QUESTION = named("\\.queries\\.server\\.ts");
const SERVER = named("\\.server\\.ts");
/** A use case is called by what a person does: a verb and its object. */
const USE_CASE = /^[a-z]+(?:-[a-z0-9]+)+\.server\.ts$/;
const PLAIN = named("\\.mjs");
const COMMAND = named("\\.command\\.(?:ts|mjs)");
const CONFIG = named("\\.config\\.ts");
const JSON_FILE = named("\\.json");
const DATA = /^[A-Za-z0-9._-]+\.(?:csv|json|md|R|txt|tsv)$/;

const PLACES: readonly Place[] = [
  {
    folder: /^app\/(?:(?:selection|mentoring)\/(?:[a-z-]+\/)?|(?:cadre|gender|record)\/)$/,
    names: [PURE, VIEW, QUESTION, USE_CASE],
    says: "a wing, or a room of a large one, holds noun.ts, noun.tsx, noun.queries.server.ts and verb-noun.server.ts",
  },
  {
    folder: /^app\/(?:access|i18n)\/$/,
    names: [PURE, VIEW, QUESTION, SERVER],
    says: "access and i18n hold .ts, .tsx and .server.ts",
  },
  {
    folder: /^app\/i18n\/messages\/[a-z]{2}\/$/,
    names: [JSON_FILE, /^catalogue\.ts$/],
    says: "messages are JSON, one file a part of the work, gathered by catalogue.ts",
  },
  {
    folder: /^app\/platform\/$/,
    names: [PURE, SERVER, PLAIN, COMMAND],
    says: "platform holds .ts, .server.ts, what runs before TypeScript can (.mjs), and .command.mjs",
  },
  { folder: /^app\/statistics\/$/, names: [PURE], says: "statistics holds pure .ts only" },
  { folder: /^app\/ui\/$/, names: [PURE, VIEW], says: "ui holds .ts and .tsx" },
  {
    folder: /^app\/routes\/$/,
    names: [/^(?:[\w.$+-]|\[\.\])+\.tsx$/],
    says: "a page or endpoint is one .tsx",
  },
  {
    folder: /^app\/$/,
    names: [PURE, VIEW, /^entry\.(?:client|server)\.tsx$/, /^app\.css$/],
    says: "beside the wings stand the root, the entries, the routes and what every page shares",
  },
  { folder: /^emails\/$/, names: [PURE, VIEW], says: "emails holds templates (.tsx) and pure .ts" },
  {
    folder: /^prisma\/$/,
    names: [PLAIN, CONFIG, COMMAND, PURE],
    says: "prisma holds its config, its command line and commands",
  },
  { folder: /^prisma\/schema\/$/, names: [named("\\.prisma")], says: "the schema is one .prisma a wing" },
  {
    folder: /^prisma\/migrations\/(?:\d{14}_\w+\/)?$/,
    names: [/^migration\.sql$/, /^migration_lock\.toml$/],
    says: "a migration is one migration.sql",
  },
  {
    folder: /^prisma\/seed\/(?:[\w-]+\/)*$/,
    names: [PURE, COMMAND, DATA],
    says: "seeds are .ts, .command.ts and data",
  },
  {
    folder: /^tests\/(?:[\w-]+\/)*$/,
    names: [
      named("(?:\\.db)?\\.test\\.tsx?"),
      named("\\.(?:global|worker)\\.ts"),
      ...[PURE, VIEW, PLAIN, COMMAND, CONFIG, DATA],
    ],
    says: "tests are .test.ts(x) or .db.test.ts, with the .ts they share and data",
  },
];

const SAYS_NOTHING = /^(?:index|utils?|helpers?|misc|common|types?|shared|lib)\./;
/** A page past this wants its markup in a view and its work in a use case. */
const MOST_LINES_OF_A_PAGE = 150;

/**
 * What is wrong with a file's place, name or size.
 *
 * @param path relative to the project, with "/"
 * @param lines how many lines it has
 * @returns the complaint, or null
 */
export function complaintAbout(path: string, lines: number): string | null {
  const cut = path.lastIndexOf("/") + 1;
  const [folder, name] = [path.slice(0, cut), path.slice(cut)];
  if (SAYS_NOTHING.test(name) && !folder.startsWith("app/routes/")) return `${path}: the name says nothing`;
  const place = PLACES.find((candidate) => candidate.folder.test(folder));
  if (!place) return `${path}: no such folder in the design`;
  if (!place.names.some((allowed) => allowed.test(name))) return `${path}: ${place.says}`;
  if (folder === "app/routes/" && lines > MOST_LINES_OF_A_PAGE) {
    return `${path}: ${lines} lines; a page parses, calls one use case and renders`;
  }
  return null;
}
