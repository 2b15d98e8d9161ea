// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@formatjs/icu-messageformat-parser";
import { ROOT } from "./cluster-place.mjs";

const MESSAGES = join(ROOT, "app/i18n/messages");
const REGISTRY = join(ROOT, "app/i18n/page-words.ts");
const OURS = /\/app\/(?!i18n\/messages\/|generated\/).*\.tsx?$/;
const WORDS = "virtual:page-words/";
/** The messages of one file in one language, read beforehand. */
const READ = "virtual:read-words/";
const PARSER = "@formatjs/icu-messageformat-parser";
/** The beginning of a text in quotes or backquotes that could be a key, and what ends it: its quote, or a `${`. */
const KEY_LIKE = /(["'`])([a-z][A-Za-z]*\.[A-Za-z0-9.]*)(?:\1|\$\{)/g;

/** @typedef {ReadonlyMap<string, string>} FileOfKey */

/**
 * Which files of messages a module speaks from.
 *
 * @param {string} code of the module, compiled or not
 * @param {FileOfKey} fileOf the file of every key
 * @returns {string[]} the files of the keys it names whole, and of all keys that begin as a key it puts together does
 *   (`selection.state.${state}`); sorted
 */
export function filesSpokenFrom(code, fileOf) {
  /** @type {Set<string>} */
  const files = new Set();
  for (const [, , text = ""] of code.matchAll(KEY_LIKE)) {
    const whole = fileOf.get(text);
    if (whole) files.add(whole);
    else for (const [key, file] of fileOf) if (key.startsWith(text)) files.add(file);
  }
  return [...files].toSorted();
}

/** @returns {FileOfKey} */
export function readFileOfKey(folder = join(MESSAGES, "en")) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return new Map(
    names.flatMap((name) =>
      Object.keys(JSON.parse(readFileSync(join(folder, name), "utf8"))).map((key) => [
        key,
        name.slice(0, -5),
      ]),
    ),
  );
}

/**
 * The messages of a file as the browser wants them: whatever holds more than words is read here, so that no page has to
 * bring the parser of messages, which is as large as many a page.
 *
 * @param {Record<string, string>} messages
 * @returns {import("../i18n/translate.ts").Messages}
 */
export const readMessages = (messages) =>
  Object.fromEntries(
    Object.entries(messages).map(([key, text]) => [
      key,
      text.includes("{") ? parse(text, { ignoreTag: true, captureLocation: false }) : text,
    ]),
  );

/**
 * Leaves the parser of messages out of what browsers load: theirs are read already.
 *
 * @returns {import("vite").Plugin}
 */
export const withoutParser = () => ({
  name: "cadre:without-parser",
  enforce: "pre",
  apply: "build",
  resolveId(id, importer, { ssr }) {
    return id === PARSER && !ssr ? this.resolve(`${PARSER}/no-parser.js`, importer) : null;
  },
});

/**
 * Gives the browser the messages of the pages it shows and no others: each module of ours imports the files of
 * messages that it speaks from, in the language of the document, and runs when they are there. The server has all
 * messages of all languages.
 *
 * @returns {import("vite").Plugin}
 */
export function pageWords() {
  /** @type {FileOfKey} */
  let fileOf = new Map();
  const languages = readdirSync(MESSAGES);
  return {
    name: "cadre:page-words",
    enforce: "post",
    buildStart() {
      fileOf = readFileOfKey();
    },
    resolveId: (id) => (id.startsWith(WORDS) || id.startsWith(READ) ? id : null),
    load(id) {
      if (id.startsWith(READ)) {
        const messages = JSON.parse(readFileSync(`${join(MESSAGES, id.slice(READ.length))}.json`, "utf8"));
        return `export default ${JSON.stringify(readMessages(messages))};`;
      }
      if (!id.startsWith(WORDS)) return null;
      const file = id.slice(WORDS.length);
      const ways = languages.map(
        (language) => `${language}: () => import(${JSON.stringify(`${READ}${language}/${file}`)})`,
      );
      return `import { hear } from ${JSON.stringify(REGISTRY)};
const ways = { ${ways.join(", ")} };
hear((await ways[document.documentElement.lang]()).default);`;
    },
    transform(code, id, { ssr } = {}) {
      if (ssr || !OURS.test(id)) return null;
      const imports = filesSpokenFrom(code, fileOf).map((file) => `import "${WORDS}${file}";`);
      return imports.length > 0 ? { code: `${code}\n${imports.join("\n")}`, map: null } : null;
    },
  };
}
