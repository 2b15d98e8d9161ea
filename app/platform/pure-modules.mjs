// @ts-check
import { fileURLToPath } from "node:url";
import { transformAsync } from "@babel/core";

const ANNOTATE = fileURLToPath(import.meta.resolve("babel-plugin-annotate-pure-calls"));
/** Files of floor 1: by the house's rules they do nothing when they are loaded. */
const PURE_FILE = /\/app\/(?:[\w-]+\/)?[\w-]+\.ts$/;

/**
 * For the browser's share of a build: tells the bundler that what a pure file makes when it is loaded (a schema of
 * zod, above all) may be left out where nobody asks for it. So a page that shows a constant does not fetch the schema
 * that stands beside it, and zod with it.
 *
 * @returns {import("vite").Plugin}
 */
export function pureModules() {
  return {
    name: "cadre:pure-modules",
    apply: "build",
    enforce: "post",
    async transform(code, id, { ssr } = {}) {
      if (ssr || !PURE_FILE.test(id)) return null;
      const result = await transformAsync(code, {
        plugins: [ANNOTATE],
        sourceMaps: true,
        babelrc: false,
        configFile: false,
      });
      return result?.code ? { code: result.code, map: result.map } : null;
    },
  };
}
