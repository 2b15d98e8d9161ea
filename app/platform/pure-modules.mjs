// @ts-check
import { transformAsync } from "@babel/core";
// @ts-expect-error It ships no types.
import annotate from "babel-plugin-annotate-pure-calls";

/** Files of floor 1, in a wing or a room of one: by the rules of the house they do nothing when they are loaded. */
const PURE_FILE = /\/app\/(?:[\w-]+\/){0,2}[\w-]+\.ts$/;

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
        plugins: [annotate],
        sourceMaps: true,
        babelrc: false,
        configFile: false,
      });
      return result?.code ? { code: result.code, map: result.map } : null;
    },
  };
}
