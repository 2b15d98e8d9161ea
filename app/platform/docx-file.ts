import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from "fflate";
import { stripJpeg } from "./jpeg-file.ts";
import type { FileProblem } from "./pdf-file.ts";
import { stripPng } from "./png-file.ts";

/** What an archive may unpack to: the text of a life and its scans, no bomb. */
const MOST_UNPACKED = 100 * 1024 * 1024;
const MOST_PARTS = 2000;

const MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
/** ECMA-376 calls what runs "macroEnabled" and its container a VBA project. */
const RUNS = /macroEnabled|vbaProject|vbaData|activeX/i;
/** A template, an object or a frame fetched from elsewhere when the document is opened. */
const FETCHES =
  /<Relationship\b(?=[^>]*TargetMode="External")(?=[^>]*Type="[^"]*\/(?:attachedTemplate|oleObject|frame|subDocument)")/;
const CARRIES = /^word\/(?:embeddings|activeX)\//;

/**
 * Whether an archive is a Word document that only shows text and pictures, whatever its name claims.
 *
 * @returns `notDocx` for any other archive, what keeps it from being taken, or null where nothing does
 */
export function inspectDocx(bytes: Uint8Array): FileProblem | "notDocx" | null {
  const parts = unpack(bytes);
  if (!parts) return "fileDamaged";
  const types = textOf(parts, "[Content_Types].xml");
  if (RUNS.test(types) || Object.keys(parts).some((name) => RUNS.test(name))) return "fileRunsCode";
  if (!types.includes(MAIN) || !parts["word/document.xml"]) return "notDocx";
  const relations = Object.keys(parts).filter((name) => name.endsWith(".rels"));
  if (relations.some((name) => FETCHES.test(textOf(parts, name)))) return "fileRunsCode";
  return Object.keys(parts).some((name) => CARRIES.test(name)) ? "fileCarriesFiles" : null;
}

const EMPTY: Readonly<Record<string, string>> = {
  "docProps/core.xml":
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  "docProps/app.xml":
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  "docProps/custom.xml":
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
  "word/people.xml": '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>',
};

/** Who wrote, commented or changed a passage: required attributes of WordprocessingML (ECMA-376-1, § 17.13). */
const AUTHORS = /(\sw:(?:author|initials))="[^"]*"/g;
/** … and when, which may be left out. */
const WHEN = /\sw(?:16du)?:date(?:Utc)?="[^"]*"/g;
/** Identifiers of editing sessions, by which two documents of one writer can be told. */
const SESSIONS = /\sw:rsid\w*="[^"]*"|<w:rsids>.*?<\/w:rsids>/gs;

/**
 * A Word document without its properties, thumbnail, the names of who wrote and changed it, editing sessions, dates of
 * its parts, and what its photographs tell of themselves. What stands in the text stays.
 *
 * @returns null where it cannot be read
 */
export function stripDocx(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const parts = unpack(bytes);
  if (!parts) return null;
  const kept = Object.entries(parts).filter(([name]) => !name.startsWith("docProps/thumbnail"));
  const clean = Object.fromEntries(kept.map(([name, part]) => [name, stripPart(name, part)]));
  return new Uint8Array(zipSync(clean, { mtime: "1980-01-01T00:00:00" }));
}

function stripPart(name: string, part: Uint8Array): Uint8Array {
  const empty = EMPTY[name];
  if (empty) return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${empty}`);
  if (/\.jpe?g$/i.test(name)) return stripJpeg(part) ?? part;
  if (/\.png$/i.test(name)) return stripPng(part) ?? part;
  if (name === "_rels/.rels")
    return strToU8(strFromU8(part).replace(/<Relationship\b[^>]*\/thumbnail"[^>]*\/>/g, ""));
  if (!/^word\/.*\.xml$/.test(name)) return part;
  return strToU8(strFromU8(part).replace(AUTHORS, '$1=""').replace(WHEN, "").replace(SESSIONS, ""));
}

function unpack(bytes: Uint8Array): Unzipped | null {
  let unpacked = 0;
  let parts = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        parts += 1;
        if (unpacked > MOST_UNPACKED || parts > MOST_PARTS) throw new Error("An archive past all bounds");
        return true;
      },
    });
  } catch {
    return null;
  }
}

const textOf = (parts: Unzipped, name: string) => {
  const part = parts[name];
  return part ? strFromU8(part) : "";
};
