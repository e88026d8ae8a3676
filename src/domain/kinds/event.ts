import * as v from "valibot";
import { choice, day, line, lineMaxLength, link, text } from "../fields/field.ts";
import { type MemberId, memberIdSchema, type RecordId } from "../ids.ts";
import { type Instant, isInstant, type LocalDate } from "../instant.ts";
import { type Items, setOf, tally, ticks } from "../fields/item-fields.ts";
import type { Kind } from "../kind.ts";

/** A thing to do for an event: what, in which phase (`before`, `on-the-day`, `after`), and by whom and when it was ticked. */
export type ChecklistItem = {
  readonly text: string;
  readonly phase: string;
  readonly done: boolean;
  readonly by: MemberId | null;
  readonly at: Instant | null;
};

/** Somebody who works at an event, and as what. */
export type CrewMember = { readonly member: MemberId; readonly role: string };

/**
 * An event of the network, such as a stand at a fair: what has to be done for it, who works there, and how many people
 * came with what (`counts`, anonymous, by a code of topic and audience).
 */
export type Event = {
  readonly title: string;
  readonly day: LocalDate | null;
  readonly place: RecordId | null;
  readonly status: string;
  readonly note: string;
  readonly checklist: Items<ChecklistItem>;
  readonly crew: Items<CrewMember>;
  readonly counts: Items<number>;
};

const shortText = v.pipe(v.string(), v.maxLength(lineMaxLength));

const checklistItem: v.GenericSchema<unknown, ChecklistItem> = v.looseObject({
  text: shortText,
  phase: shortText,
  done: v.boolean(),
  by: v.nullable(memberIdSchema),
  at: v.nullable(v.custom<Instant>(isInstant)),
});

const crewMember: v.GenericSchema<unknown, CrewMember> = v.looseObject({
  member: memberIdSchema,
  role: shortText,
});

export const eventKind: Kind<"event", Event> = {
  name: "event",
  home: "area",
  creators: "member",
  editors: "member",
  fields: {
    title: line(),
    day: day(),
    place: link(),
    status: choice("planned"),
    note: text(),
    checklist: ticks(checklistItem),
    crew: setOf(crewMember),
    counts: tally(),
  },
};
