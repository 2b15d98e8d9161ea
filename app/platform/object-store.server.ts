import { AwsClient } from "aws4fetch";
import { config } from "./config.server.ts";

/** Whether files are kept in an object store: so it is where S3_BUCKET is set. */
export const hasObjectStore = () => config().S3_BUCKET !== undefined;

const RETRIES = 2;
const PATIENCE_MS = 30_000;

/** Puts an object; the signature covers its hash, so that a store never keeps other bytes than were sent. */
export async function putObject(key: string, bytes: Uint8Array<ArrayBuffer>, sha256: string): Promise<void> {
  const answer = await ask("PUT", key, { body: bytes, headers: { "x-amz-content-sha256": sha256 } });
  if (!answer.ok) throw new Error(`The object store refused a file: ${answer.status} ${await answer.text()}`);
}

/** The bytes of an object. */
export async function getObject(key: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await ask("GET", key, {});
  if (!answer.ok) throw new Error(`The object store has no file ${key}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** Deletes an object; one that is gone already is as good. */
export async function deleteObject(key: string): Promise<void> {
  const answer = await ask("DELETE", key, {});
  if (!answer.ok && answer.status !== 404)
    throw new Error(`The object store did not delete ${key}: ${answer.status}`);
}

function ask(method: "PUT" | "GET" | "DELETE", key: string, init: RequestInit) {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = config();
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY)
    throw new Error("A file is in an object store, and none is set: see S3_BUCKET.");
  const client = new AwsClient({
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
    service: "s3",
    region: S3_REGION,
    retries: RETRIES,
  });
  const place = `${S3_ENDPOINT.replace(/\/+$/, "")}/${S3_BUCKET}/${key}`;
  return client.fetch(place, { ...init, method, signal: AbortSignal.timeout(PATIENCE_MS) });
}
