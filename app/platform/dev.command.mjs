// @ts-check
/** `npm run dev`: the sources, served with hot reload. */
import { installDependencies, requireNode } from "./install.mjs";

requireNode();
installDependencies((line) => void process.stdout.write(`${line}\n`), { development: true });
process.env.NODE_ENV = "development";
const { serveHouse } = await import("./house.mjs");
await serveHouse({ development: true });
