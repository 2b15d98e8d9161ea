import { describe, expect, it } from "vitest";
import { z } from "zod";
import { MAX_FILE_BYTES } from "#app/platform/files.server.ts";
import { readForm, readFormData } from "#app/platform/form.server.ts";
import { versionNumber } from "#app/platform/version-number.ts";

const NUL = "\u0000";
const post = (body: BodyInit, type?: string) =>
  new Request("http://localhost/form", {
    method: "POST",
    body,
    ...(type && { headers: { "content-type": type } }),
  });

describe("a posted form", () => {
  it("is read without NUL characters, in names, values and names of files", async () => {
    const form = new FormData();
    form.append(`na${NUL}me`, `A${NUL}da`);
    form.append("file", new File(["x"], `a${NUL}.pdf`, { type: "application/pdf" }));
    const read = await readFormData(post(form));
    expect(read.get("name")).toBe("Ada");
    const file = read.get("file");
    expect(file instanceof File && [file.name, file.type, file.size]).toEqual([
      "a.pdf",
      "application/pdf",
      1,
    ]);
    const urlencoded = post("name=A%00da", "application/x-www-form-urlencoded");
    expect(await readForm(urlencoded, z.object({ name: z.string() }))).toMatchObject({
      ok: true,
      value: { name: "Ada" },
    });
  });

  it.each([
    ["zero-width spaces", "\u200b".repeat(12)],
    ["joiners and marks of direction", "\u200d\u200c\u2060\ufeff\u200e\u202e"],
    ["fillers and soft hyphens", "\u3164\u115f\u00ad\u2800"],
    ["spaces of any width", " \u00a0\u2003\u3000\n"],
  ])("is empty where nothing shows: %s", async (_, text) => {
    const form = new FormData();
    form.append("evidence", text);
    form.append("name", `${text}Zoé`);
    const read = await readFormData(post(form));
    expect(read.get("evidence")).toBe("");
    expect(read.get("name")).toContain("Zoé");
    const schema = z.object({ evidence: z.string().trim().min(10) });
    expect((await readForm(post(form), schema)).ok).toBe(false);
  });

  it("keeps the joiners that words are written with", async () => {
    const form = new FormData();
    const persian = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645";
    form.append("name", persian);
    expect((await readFormData(post(form))).get("name")).toBe(persian);
  });

  it.each([
    ["JSON", post("{}", "application/json")],
    ["a broken multipart body", post("--x\r\nnothing", "multipart/form-data; boundary=y")],
    ["nothing", new Request("http://localhost/form", { method: "POST" })],
  ])("answers 400 where it is %s", async (_, request) => {
    await expect(readFormData(request)).rejects.toMatchObject({ status: 400 });
  });

  it("of which only the beginning was kept is its page's where the file was too large, otherwise answers 413", async () => {
    const sent = (bytes: number) => {
      const form = new FormData();
      form.append("document", new File([new Uint8Array(bytes)], "film.pdf"));
      return new Request("http://localhost/form", {
        method: "POST",
        headers: { "content-length": String(200 * 1024 * 1024) },
        body: form,
      });
    };
    expect((await readFormData(sent(MAX_FILE_BYTES + 1))).has("document")).toBe(true);
    await expect(readFormData(sent(MAX_FILE_BYTES))).rejects.toMatchObject({ status: 413 });
    const broken = post("--x\r\nnothing", "multipart/form-data; boundary=y");
    broken.headers.set("content-length", String(200 * 1024 * 1024));
    await expect(readFormData(broken)).rejects.toMatchObject({ status: 413 });
  });

  it("that only asks for another row gets it, with what is typed and not yet judged", async () => {
    const rows = new FormData();
    rows.append("name", "");
    rows.append("career[0].title", "Envoy");
    rows.append("__intent__", JSON.stringify({ type: "insert", payload: { name: "career" } }));
    const schema = z.object({
      name: z.string().min(1),
      career: z.array(z.object({ title: z.string().min(1) })),
    });
    const grown = await readForm(post(rows), schema);
    expect(grown.ok).toBe(false);
    if (grown.ok) return;
    expect(grown.answer.init).toMatchObject({ status: 200 });
    expect(grown.answer.data.lastResult.error).toBeUndefined();
    const { career } = grown.answer.data.lastResult.initialValue ?? {};
    expect(career).toHaveLength(2);
    expect(career).toMatchObject([{ title: "Envoy" }, undefined]);
    rows.delete("__intent__");
    const sent = await readForm(post(rows), schema);
    expect(sent.ok || sent.answer.init).toMatchObject({ status: 422 });
  });

  it("has no version that its column cannot hold", () => {
    expect(versionNumber.parse("2147483647")).toBe(2_147_483_647);
    for (const wrong of ["2147483648", "-1", "1.5", "x"])
      expect(versionNumber.safeParse(wrong).success).toBe(false);
  });
});
