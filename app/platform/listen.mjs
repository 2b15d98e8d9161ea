// @ts-check
/** Finding a port to listen on. */
import { createServer } from "node:net";

const NEIGHBOURS = 50;

/**
 * Listens on the port asked for or, where it is taken, on the next free one, and says so.
 *
 * @param {import("node:http").Server} server
 * @param {number} wanted
 * @param {string | undefined} host the address to listen on; undefined for all
 * @param {(line: string) => void} say
 * @returns {Promise<number>} the port listened on
 */
export async function listen(server, wanted, host, say) {
  for (let port = wanted; port <= wanted + NEIGHBOURS; port += 1) {
    if ((await isFree(port)) && (await bind(server, port, host))) {
      if (port !== wanted) say(`Port ${wanted} is taken: using ${port} instead.`);
      return port;
    }
  }
  throw new Error(`No free port between ${wanted} and ${wanted + NEIGHBOURS}.`);
}

/**
 * Whether no program listens on the port, on any address: a Mac would let us listen beside one, and browsers would
 * reach now the one and now the other.
 *
 * @param {number} port
 * @returns {Promise<boolean>}
 */
async function isFree(port) {
  const probe = createServer();
  const free = await bind(probe, port, undefined);
  if (free) await new Promise((resolve) => probe.close(resolve));
  return free;
}

/**
 * @param {import("node:net").Server} server
 * @param {number} port
 * @param {string | undefined} host
 * @returns {Promise<boolean>}
 */
function bind(server, port, host) {
  return new Promise((resolve, reject) => {
    const failed = (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(false);
      else reject(error);
    };
    server.once("error", failed);
    server.listen({ port, host }, () => {
      server.off("error", failed);
      resolve(true);
    });
  });
}
