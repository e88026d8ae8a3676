import type { Json } from "#domain/json.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { areaKind } from "#domain/kinds/area.ts";
import { placeKind } from "#domain/kinds/place.ts";
import { pairMunicipalities } from "#domain/times/travel.ts";
import { adviserName } from "#features/parts/times/appointment-view.ts";
import { readItemAs } from "./read-as.ts";
import type { ValueWords } from "./value-text.ts";

/** One item of a field as people read it; `null` for what this version does not understand. */
export const itemText = (
  field: string,
  item: string,
  value: Json,
  words: ValueWords,
): string | null => {
  const { around, texts, formats } = words;
  switch (field) {
    case "coLeaders": {
      const leader = readItemAs(appointmentKind, "coLeaders", value);
      return leader === null ? null : adviserName(leader.member, around, texts);
    }
    case "told": {
      const told = readItemAs(appointmentKind, "told", value);
      if (told === null) return null;
      return `${adviserName(item, around, texts)}, ${formats.moment(told.at, words.now)}`;
    }
    case "partners": {
      const partner = readItemAs(appointmentKind, "partners", value);
      if (partner === null) return null;
      const { organisation, person } = partner;
      const name = organisation === null ? "" : around.organisations.get(organisation)?.values.name;
      const said = [name ?? texts.meeting.unknownOrganisation, person].filter(Boolean);
      return said.join(", ") || texts.conflicts.empty;
    }
    case "rooms": {
      const room = readItemAs(placeKind, "rooms", value);
      if (room === null) return null;
      return room.private ? texts.meeting.roomPrivate(room.name) : room.name;
    }
    case "guidance": {
      const kind = readItemAs(areaKind, "guidance", value);
      if (kind === null) return null;
      return [kind.nameFi, kind.nameSv, kind.nameEn].filter(Boolean).join(" / ");
    }
    case "travel": {
      const driving = readItemAs(areaKind, "travel", value);
      const pair = pairMunicipalities(item);
      if (driving === null || pair === null) return null;
      return `${pair.map((one) => townName(one, around)).join("–")} ${formats.length(driving)}`;
    }
    default:
      return null;
  }
};

/** The name of a municipality; its code where no area on this device has it. */
export const townName = (code: string, { areas }: Pick<ValueWords["around"], "areas">): string => {
  for (const { values } of areas.values()) {
    const found = values.municipalities.find((one) => one.code === code);
    if (found !== undefined) return found.name;
  }
  return code;
};
