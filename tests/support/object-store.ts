import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";

const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
}

/**
 * The signature of a request by AWS Signature Version 4, computed from what arrived: method, path, signed headers and
 * the hash of the body that was in truth received.
 */
function signatureOf(request: IncomingMessage, body: Buffer, keys: Keys): string | null {
  const given = /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
    request.headers.authorization ?? "",
  );
  const [id, day, region, service] = given?.[1]?.split("/") ?? [];
  if (!given || id !== keys.accessKeyId || region !== keys.region || service !== "s3" || !day) return null;
  const signed = given[2]?.split(";") ?? [];
  const url = new URL(request.url ?? "/", "http://store");
  const canonical = [
    request.method,
    url.pathname,
    "",
    ...signed.map((name) => `${name}:${String(request.headers[name]).trim()}`),
    "",
    signed.join(";"),
    request.method === "PUT" ? sha256(body) : String(request.headers["x-amz-content-sha256"]),
  ].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const key = [region, "s3", "aws4_request"].reduce(
    (made, part) => hmac(made, part),
    hmac(`AWS4${keys.secretAccessKey}`, day),
  );
  return hmac(key, text).toString("hex");
}

/** An object store on this machine that refuses what is not signed as S3 asks, keeps objects and can be made to fail. */
export async function anObjectStore(keys: Keys) {
  const objects = new Map<string, Buffer>();
  const asked: string[] = [];
  let failures = 0;
  const server = createServer(async (request, answer) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const path = request.url ?? "/";
    asked.push(`${request.method} ${path}`);
    if (failures > 0) {
      failures -= 1;
      return answer.writeHead(503).end("SlowDown");
    }
    const expected = signatureOf(request, body, keys);
    if (!expected || !request.headers.authorization?.endsWith(`Signature=${expected}`))
      return answer.writeHead(403).end("SignatureDoesNotMatch");
    if (request.method === "PUT") {
      objects.set(path, body);
      return answer.writeHead(200).end();
    }
    if (request.method === "DELETE") {
      objects.delete(path);
      return answer.writeHead(204).end();
    }
    const found = objects.get(path);
    return found ? answer.writeHead(200).end(found) : answer.writeHead(404).end("NoSuchKey");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    objects,
    asked,
    fail: (times: number) => {
      failures = times;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
