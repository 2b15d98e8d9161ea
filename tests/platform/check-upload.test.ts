import { deflateSync } from "node:zlib";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { checkUpload, MAX_FILE_BYTES } from "#app/platform/files.server.ts";
import { aDocx, aJpeg, aPdf, aPng, aProgram, lettersOf } from "../support/some-files.ts";

const codeOf = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
  const answer = await checkUpload(name, bytes);
  return answer.ok ? answer.value.contentType : answer.refusal.code;
};

describe("an upload", () => {
  it("is taken for what it contains, whatever its name claims", async () => {
    expect(await codeOf("cv.pdf", aPdf())).toBe("application/pdf");
    expect(await codeOf("cv", aDocx())).toMatch(/wordprocessingml/);
    expect(await codeOf("passport.exe", aJpeg())).toBe("image/jpeg");
    expect(await codeOf("scan.pdf", aPng())).toBe("image/png");
  });

  it("is refused as a program, an archive, another office format, text, nothing, or past 10 MB", async () => {
    expect(await codeOf("cv.pdf", aProgram())).toBe("fileTypeNotAccepted");
    const archive = zipSync({ "cv.txt": new TextEncoder().encode("cv") });
    expect(await codeOf("cv.docx", new Uint8Array(archive))).toBe("fileTypeNotAccepted");
    const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    expect(await codeOf("cv.docx", aDocx({}, sheet))).toBe("fileTypeNotAccepted");
    expect(await codeOf("cv.pdf", new TextEncoder().encode("<script>alert(1)</script>"))).toBe(
      "fileTypeNotAccepted",
    );
    expect(await codeOf("cv.pdf", new Uint8Array())).toBe("fileEmpty");
    expect(await codeOf("cv.pdf", new Uint8Array(MAX_FILE_BYTES + 1))).toBe("fileTooLarge");
  });

  it.each([
    ["JavaScript on opening", { catalog: "/OpenAction<</S/JavaScript/JS(app.alert(1))>>" }],
    ["JavaScript behind an escaped name", { catalog: "/OpenAction<</S/J#61vaScript/JS(app.alert(1))>>" }],
    ["JavaScript by name", { catalog: "/Names<</JavaScript<</Names[(a)6 0 R]>>>>" }],
    ["a program that is launched", { objects: ["<</Type/Annot/A<</S/Launch/F(cmd.exe)>>>>"] }],
    ["an XFA form", { catalog: "/AcroForm<</XFA 6 0 R>>" }],
  ])("is refused as a PDF with %s", async (_, changes) => {
    expect(await codeOf("cv.pdf", aPdf(changes))).toBe("fileRunsCode");
  });

  it("is refused as a PDF that carries files, is locked, or is damaged", async () => {
    const carrier = aPdf({ catalog: "/Names<</EmbeddedFiles<</Names[]>>>>" });
    expect(await codeOf("cv.pdf", carrier)).toBe("fileCarriesFiles");
    const locked = aPdf({
      objects: ["<</Filter/Standard/V 1/R 2/O(x)/U(y)/P -4>>"],
      trailer: "/Encrypt 6 0 R",
    });
    expect(await codeOf("cv.pdf", locked)).toBe("fileLocked");
    expect(await codeOf("cv.pdf", new TextEncoder().encode("%PDF-1.7\n1 0 obj<</Type"))).toBe("fileDamaged");
  });

  it("is refused as a Word document with macros, a template from elsewhere, objects, or a bomb", async () => {
    expect(await codeOf("cv.docx", aDocx({ "word/vbaProject.bin": "macro" }))).toBe("fileRunsCode");
    const macro = "application/vnd.ms-word.document.macroEnabled.main+xml";
    expect(await codeOf("cv.docx", aDocx({}, macro))).toBe("fileRunsCode");
    const template =
      '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://example.org/t.dotm" TargetMode="External"/></Relationships>';
    expect(await codeOf("cv.docx", aDocx({ "word/_rels/settings.xml.rels": template }))).toBe("fileRunsCode");
    expect(await codeOf("cv.docx", aDocx({ "word/embeddings/oleObject1.bin": "x" }))).toBe(
      "fileCarriesFiles",
    );
    const bomb = aDocx({ "word/media/zero.bin": new Uint8Array(101 * 1024 * 1024) });
    expect(bomb.byteLength).toBeLessThan(MAX_FILE_BYTES);
    expect(await codeOf("cv.docx", bomb)).toBe("fileDamaged");
  }, 30_000);

  it("is refused as a PDF that would unpack past all bounds when it is opened, however it hides that", async () => {
    const zeros = new Uint8Array(deflateSync(new Uint8Array(80 * 1024 * 1024)));
    const stream = (head: string, bytes: Uint8Array) =>
      aPdf({ objects: [`<<${head}/Length ${bytes.length}>>stream\n${lettersOf(bytes)}\nendstream`] });
    for (const head of [
      "/Type/ObjStm/N 1/First 4/Filter/FlateDecode",
      "/Type/Obj#53tm/N 1/First 4/Filter/FlateDecode",
    ])
      expect(await codeOf("cv.pdf", stream(head, zeros))).toBe("fileDamaged");
    const twice = "/Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]";
    expect(await codeOf("cv.pdf", stream(twice, new Uint8Array(deflateSync(zeros))))).toBe("fileDamaged");
    const few = new Uint8Array(deflateSync(new TextEncoder().encode("9 0 <</A 1>>")));
    const head = "/Type/ObjStm/N 1/First 4/Filter/FlateDecode";
    expect(await codeOf("cv.pdf", stream(head, few))).toBe("application/pdf");
  }, 30_000);

  it("keeps a plain name", async () => {
    const answer = await checkUpload("C:\\Users\\me\\cv\u202Efdp.pdf", aPdf());
    expect(answer).toMatchObject({ value: { name: "cvfdp.pdf" } });
  });
});
