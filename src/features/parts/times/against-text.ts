import { townName } from "#features/parts/values/item-text.ts";
import type { ValueWords } from "#features/parts/values/value-text.ts";
import { adviserName, clientName } from "./appointment-view.ts";
import type { Against } from "./lookout.ts";
import { obstacleText } from "./obstacle-text.ts";

/** What stands against a time, in a few words. */
export const againstText = (
  against: Against,
  { texts, formats, around }: Pick<ValueWords, "texts" | "formats" | "around">,
): string => {
  switch (against.kind) {
    case "clash": {
      const { values } = against.other;
      const { start, end } = values.slot;
      return texts.series.clash(clientName(values, around, texts), formats.span(start, end));
    }
    case "held": {
      const { label, slot } = against.held;
      return texts.slots.heldFor(label, formats.span(slot.start, slot.end));
    }
    case "room": {
      const { adviser, start, end } = against.other.values.slot;
      const who = adviserName(adviser, around, texts);
      return texts.series.roomTaken(who, formats.span(start, end));
    }
    case "travel": {
      const { side, stop, driving, between } = against.travel;
      return texts.meeting.travelText[side](
        townName(stop.municipality, around),
        formats.span(stop.start, stop.end),
        formats.length(driving),
        formats.length(between),
      );
    }
    case "elsewhere": {
      const place = around.places.get(against.place)?.values.name;
      return texts.series.elsewhere(place ?? texts.common.unknownPlace);
    }
    default:
      return obstacleText(against, texts);
  }
};
