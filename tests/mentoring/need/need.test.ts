import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import { needSchema } from "#app/mentoring/need/need.ts";

const [ONE, OTHER] = ["0190c0de-0000-7000-8000-000000000001", "0190c0de-0000-7000-8000-000000000002"];

/** What the form posts, with these choices of mentors in their order. */
function posted(wishes: readonly string[], avoided: readonly string[] = []) {
  const form = new FormData();
  const fields = {
    ...{ version: "0", topics: "crisis", timeZone: "UTC", hoursFrom: "08:00", hoursTo: "18:00" },
    ...{ "languages[0].code": "en", "languages[0].level": "3" },
  };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [n, id] of wishes.entries()) form.append(`wishedMentorIds[${n}]`, id);
  for (const id of avoided) form.append("avoidMentorIds", id);
  return parseWithZod(form, { schema: needSchema });
}

describe("what a leader says of the mentor they need, as its form posts it", () => {
  it.each([
    ["nobody in particular", ["", "", "", ""], []],
    ["some, with a choice left out between", [ONE, "", OTHER, ""], [ONE, OTHER]],
    ["the same twice", [ONE, ONE, "", ""], [ONE]],
  ])("takes %s", (_, wishes, kept) => {
    const answer = posted(wishes);
    expect(answer.status === "success" ? answer.value.wishedMentorIds : answer.reply().error).toEqual(kept);
  });

  it("refuses whom it does not know by an id, and one who is wished for and avoided", () => {
    expect(posted(["somebody"]).reply().error).toHaveProperty(["wishedMentorIds[0]"]);
    expect(posted([ONE], [ONE]).reply().error).toEqual({ avoidMentorIds: ["wishedAndAvoided"] });
  });
});
