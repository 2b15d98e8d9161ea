// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./cluster-place.mjs";

const MESSAGES = join(ROOT, "app/i18n/messages");
const REGISTRY = join(ROOT, "app/i18n/page-words.ts");
const OURS = /\/app\/(?!i18n\/messages\/|generated\/).*\.tsx?$/;
const WORDS = "virtual:page-words/";
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
    resolveId: (id) => (id.startsWith(WORDS) ? id : null),
    load(id) {
      if (!id.startsWith(WORDS)) return null;
      const file = `${id.slice(WORDS.length)}.json`;
      const ways = languages.map(
        (language) => `${language}: () => import(${JSON.stringify(join(MESSAGES, language, file))})`,
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
