import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { qrText } from "#features/appointments/hand-over/qr.ts";
import { drawQr } from "#features/parts/screen/qr-drawing.ts";
import { makeEvent } from "../../../support/calendar-event.ts";

const entryOf = (text: string) => {
  const entry = ICAL.Component.fromString(text).getFirstSubcomponent("vevent");
  if (entry === null) throw new Error("no event");
  return entry;
};
/** 17 squares and four more a version, and four of white on either side (ISO/IEC 18004:2015). */
const versionOf = (size: number) => (size - 2 * 4 - 17) / 4;

describe("the code of an event", () => {
  it("holds all of an ordinary event in a middling version", () => {
    const text = qrText(makeEvent());
    expect(entryOf(text).getFirstPropertyValue("location")).toBe("Kuhmon kaupungin työpaja");
    expect(entryOf(text).getFirstPropertyValue("description")).toBe("Tapaat: Aino Esimerkki");
    expect(versionOf(drawQr(text).size)).toBeLessThanOrEqual(13);
  });

  it("leaves the adviser out of a long one before it shortens the place", () => {
    const location = "Pitkänimisen järjestön kädentaitojen työpaja, ".repeat(4).trim();
    const entry = entryOf(qrText(makeEvent({ location })));
    expect(entry.getFirstPropertyValue("location")).toBe(location);
    expect(entry.getFirstProperty("description")).toBeNull();
  });

  it("never grows over version 15, however long the names are", () => {
    for (const letter of ["a", "ä", "€", "\u{1F3D4}", ",", "\n"]) {
      const location = letter.repeat(200 / letter.length);
      const text = qrText(makeEvent({ location, description: location }));
      expect(versionOf(drawQr(text).size)).toBeLessThanOrEqual(15);
      const kept = String(entryOf(text).getFirstPropertyValue("location"));
      expect(kept.endsWith("…") ? location : kept).toBe(location);
      expect(location.startsWith(kept.replace(/…$/, ""))).toBe(true);
    }
  });
});
