import { PDFDocument } from "@cantoo/pdf-lib";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { stripDocx } from "#app/platform/docx-file.ts";
import { stripJpeg } from "#app/platform/jpeg-file.ts";
import { stripPdf } from "#app/platform/pdf-file.ts";
import { stripPng } from "#app/platform/png-file.ts";
import { aDocx, aJpeg, aPdf, aPng, JPEG_PICTURE, lettersOf } from "../support/some-files.ts";

const must = <T>(value: T | null): T => {
  if (value === null) throw new Error("It could not be read.");
  return value;
};

describe("a JPEG for assessors", () => {
  it("is the same picture, byte for byte, without its photographer", () => {
    const stripped = must(stripJpeg(aJpeg()));
    expect(lettersOf(stripped)).not.toMatch(/Ama|Exif|hidden|Photoshop/);
    expect(Buffer.from(stripped).includes(Buffer.from(JPEG_PICTURE))).toBe(true);
    expect([...stripped.slice(-2)]).toEqual([0xff, 0xd9]);
  });

  it("is shown the same way up: the orientation stays, in an Exif of its own", () => {
    const stripped = must(stripJpeg(aJpeg(6)));
    expect(lettersOf(stripped)).not.toContain("Ama");
    const at = lettersOf(stripped).indexOf("Exif");
    expect(stripped[at + 25]).toBe(6);
    expect(stripJpeg(stripped)).toEqual(stripped);
  });

  it("is refused cut short, and nothing random makes the reader run away", () => {
    expect(stripJpeg(aJpeg().slice(0, 60))).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (tail) => {
        const read = stripJpeg(Uint8Array.from([0xff, 0xd8, ...tail]));
        return read === null || read.length <= tail.length + 40;
      }),
    );
  });
});

describe("a PNG for assessors", () => {
  it("keeps what is shown and nothing that is told", () => {
    const stripped = must(stripPng(aPng()));
    expect(lettersOf(stripped)).not.toMatch(/Ama|tEXt|eXIf|tIME|hidden/);
    expect(lettersOf(stripped)).toContain("pixels");
    expect(stripPng(stripped)).toEqual(stripped);
    expect(stripPng(aPng().slice(0, 40))).toBeNull();
  });
});

describe("a PDF for assessors", () => {
  const told = aPdf({
    catalog: "/Metadata 6 0 R",
    objects: [
      "<</Type/Metadata/Subtype/XML/Length 24>>stream\n<dc:creator>Ama</dc:creator>\nendstream",
      "<</Author(Ama Mensah)/Producer(A word processor)/ModDate(D:20260101)>>",
      "<</Type/Annot/Subtype/Highlight/QuadPoints[]/Rect[0 0 1 1]/T(Ama Mensah)/Contents(Yes)>>",
      `<</Type/XObject/Subtype/Image/Filter/DCTDecode/Length ${aJpeg().length}>>stream\n${lettersOf(aJpeg())}\nendstream`,
    ],
    trailer: "/Info 7 0 R /ID[(first)(second)]",
  });

  it("has no author, producer, XMP, annotator or Exif left, and its page still reads", async () => {
    const stripped = must(await stripPdf(told));
    const reread = await PDFDocument.load(stripped, { updateMetadata: false });
    const saved = await reread.save({ addDefaultPage: false, useObjectStreams: false });
    expect(lettersOf(saved)).not.toMatch(/Ama|word processor|Exif|first/);
    expect(lettersOf(saved)).toContain("Twenty years of service");
    expect(reread.getAuthor()).toBeUndefined();
    expect(reread.getPageCount()).toBe(1);
  });
});

describe("a Word document for assessors", () => {
  it("has no properties, names of authors, sessions or thumbnail, and the same text", () => {
    const told = aDocx({
      "docProps/core.xml": "<cp:coreProperties><dc:creator>Ama Mensah</dc:creator></cp:coreProperties>",
      "docProps/custom.xml": "<Properties>Ama</Properties>",
      "docProps/thumbnail.jpeg": aJpeg(),
      "word/media/image1.jpeg": aJpeg(),
      "word/media/image2.png": aPng(),
      "word/people.xml": '<w15:people><w15:person w15:author="Ama Mensah"/></w15:people>',
      "word/comments.xml":
        '<w:comments><w:comment w:author="Ama Mensah" w:initials="AM" w:date="2026-01-01T00:00:00Z"/></w:comments>',
      "word/settings.xml": '<w:settings><w:rsids><w:rsid w:val="00A1"/></w:rsids></w:settings>',
    });
    const parts = unzipSync(must(stripDocx(told)));
    const all = Object.values(parts).map(lettersOf).join("\n");
    expect(all).not.toMatch(/Ama|"AM"|2026|rsid/);
    expect(Object.keys(parts)).not.toContain("docProps/thumbnail.jpeg");
    expect(strFromU8(parts["word/document.xml"] ?? new Uint8Array())).toContain("Twenty years of service");
  });
});
