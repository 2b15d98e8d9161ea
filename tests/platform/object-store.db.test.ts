import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { drainJobs } from "#app/platform/jobs.server.ts";
import { anObjectStore } from "../support/object-store.ts";
import { aPdf } from "../support/some-files.ts";

const KEYS = { accessKeyId: "cadre", secretAccessKey: "a secret of the test", region: "eu-west-3" };

let store: Awaited<ReturnType<typeof anObjectStore>>;
let files: typeof import("#app/platform/files.server.ts");
let objects: typeof import("#app/platform/object-store.server.ts");
let clock: typeof import("#app/platform/clock.server.ts");

beforeAll(async () => {
  store = await anObjectStore(KEYS);
  vi.stubEnv("S3_BUCKET", "documents");
  vi.stubEnv("S3_ENDPOINT", store.url);
  vi.stubEnv("S3_REGION", KEYS.region);
  vi.stubEnv("S3_ACCESS_KEY_ID", KEYS.accessKeyId);
  vi.stubEnv("S3_SECRET_ACCESS_KEY", KEYS.secretAccessKey);
  vi.resetModules();
  files = await import("#app/platform/files.server.ts");
  objects = await import("#app/platform/object-store.server.ts");
  clock = await import("#app/platform/clock.server.ts");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await store.stop();
});

const upload = { name: "cv.pdf", contentType: "application/pdf", bytes: aPdf() };

describe("a file in an object store", () => {
  it("is signed as S3 asks, read back whole, and not in the database", async () => {
    const kept = await files.keepFile(upload);
    expect(store.objects.get(`/documents/${kept.fileId}`)).toEqual(Buffer.from(upload.bytes));
    const row = await database().storedFile.findUniqueOrThrow({ where: { id: kept.fileId } });
    expect(row).toMatchObject({ place: "s3", bytes: null, sha256: kept.sha256 });
    expect(await files.readStoredFile(kept.fileId)).toEqual(upload.bytes);
  });

  it("is tried again where the store is busy, and a fault where it stays so; the row is swept away", async () => {
    store.fail(1);
    await files.keepFile(upload);
    const before = await database().storedFile.count();
    store.fail(5);
    await expect(files.keepFile(upload)).rejects.toThrow(/object store/);
    store.fail(0);
    expect(await database().storedFile.count()).toBe(before + 1);
  });

  it("is never served otherwise than it was put there, or where it is gone", async () => {
    const kept = await files.keepFile(upload);
    store.objects.set(`/documents/${kept.fileId}`, Buffer.from("something else"));
    await expect(files.readStoredFile(kept.fileId)).rejects.toThrow(/not what was stored/);
    store.objects.delete(`/documents/${kept.fileId}`);
    await expect(files.readStoredFile(kept.fileId)).rejects.toThrow(/has no file/);
  });

  it("that nothing refers to is deleted a day later: the row first, the object by a job, twice without harm", async () => {
    const kept = await files.keepFile(upload);
    const place = `/documents/${kept.fileId}`;
    await files.sweepFiles();
    expect(await database().storedFile.count({ where: { id: kept.fileId } })).toBe(1);
    await clock.at(new Date(Date.now() + 25 * 3_600_000), () => files.sweepFiles());
    expect(await database().storedFile.count({ where: { id: kept.fileId } })).toBe(0);
    expect(store.objects.has(place)).toBe(true);
    await drainJobs({
      deleteObject: (payload) => objects.deleteObject((payload as { key: string }).key),
    });
    expect(store.objects.has(place)).toBe(false);
    await objects.deleteObject(kept.fileId);
  });

  it("is refused by the store where the secret is another", async () => {
    vi.stubEnv("S3_SECRET_ACCESS_KEY", "another");
    vi.resetModules();
    const other = await import("#app/platform/files.server.ts");
    await expect(other.keepFile(upload)).rejects.toThrow(/403 SignatureDoesNotMatch/);
    vi.stubEnv("S3_SECRET_ACCESS_KEY", KEYS.secretAccessKey);
  });
});

describe("the setting", () => {
  it("says what is missing beside the bucket", async () => {
    vi.stubEnv("S3_SECRET_ACCESS_KEY", undefined);
    vi.resetModules();
    const { config } = await import("#app/platform/config.server.ts");
    expect(() => config()).toThrow(/S3_SECRET_ACCESS_KEY: is needed where S3_BUCKET is set/);
  });
});
