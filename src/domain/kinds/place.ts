import * as v from "valibot";
import { line, lineMaxLength, link, municipality } from "../fields/field.ts";
import { type Items, setOf } from "../fields/item-fields.ts";
import type { RecordId } from "../ids.ts";
import type { Kind } from "../kind.ts";

/** A room of a place. In a `private` one nobody else hears what is said. */
export type Room = { readonly name: string; readonly private: boolean };

/** A place where guidance is given: where it is, whose it is if an organisation of the area lends it, and its rooms. */
export type Place = {
  readonly name: string;
  readonly municipality: string;
  readonly organisation: RecordId | null;
  readonly rooms: Items<Room>;
};

const room: v.GenericSchema<unknown, Room> = v.looseObject({
  name: v.pipe(v.string(), v.maxLength(lineMaxLength)),
  private: v.boolean(),
});

export const placeKind: Kind<"place", Place> = {
  name: "place",
  home: "area",
  creators: "coordinator",
  editors: "coordinator",
  fields: {
    name: line(),
    municipality: municipality(),
    organisation: link(),
    rooms: setOf(room),
  },
};
