import type { erased as finnish } from "../fi/erased.ts";

/** What is said at the address of something that was erased. */
export const erased: typeof finnish = {
  title: "Uppgifterna har raderats på begäran",
  text: "Det här hörde till en person vars uppgifter har raderats för gott. Inget av dem finns kvar på den här enheten eller på servern.",
};
