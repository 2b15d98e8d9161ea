import { expect, it } from "vitest";
import { namesInText } from "#app/selection/report/names-in-text.ts";

const NAMES = ["Ama Mensah", "José Núñez", "Li Wu", "Anna Law"];

it.each([
  ["Stronger than Mensah in talks.", ["Ama Mensah"]],
  ["As strong as Jose Nunez, or NÚÑEZ as the file has it.", ["José Núñez"]],
  ["Ama Mensah and Anna Law were heard.", ["Ama Mensah", "Anna Law"]],
  ["Li Wu led the office.", ["Li Wu"]],
])("finds names in full and family names alone: %s", (text, found) => {
  expect(namesInText(text, NAMES)).toEqual(found);
});

it.each(["Knows the law and the Mensahs' house.", "Wu is a word here too short to tell.", ""])(
  "finds none in: %s",
  (text) => {
    expect(namesInText(text, NAMES)).toEqual([]);
  },
);
