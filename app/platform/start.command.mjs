// @ts-check
/** `npm start`: from a fresh clone to a served page. */
import { installDependencies, requireNode } from "./install.mjs";

requireNode();
installDependencies((line) => void process.stdout.write(`${line}\n`));
// React and its friends choose their build when they are first imported.
process.env.NODE_ENV = "production";
const { serveHouse } = await import("./house.mjs");
await serveHouse({ development: false });
