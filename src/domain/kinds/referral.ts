import { choice, day, line, link, text } from "../fields/field.ts";
import type { RecordId } from "../ids.ts";
import type { LocalDate } from "../instant.ts";
import { type Items, type Note, notes } from "../fields/item-fields.ts";
import type { Kind } from "../kind.ts";

/**
 * A referral note: one organisation asks another to take a client on. It is shared with the organisation it is addressed
 * to, which sees the name the client goes by there, the question, the state and the messages of both, and answers with the
 * last two. The link to the client's record and the team's own note stay with the team.
 * `consent` is the day the client agreed to it; `state` is one of draft, sent, received, accepted, returned, started, done.
 */
export type Referral = {
  readonly client: RecordId | null;
  readonly person: string;
  readonly question: string;
  readonly consent: LocalDate | null;
  readonly state: string;
  readonly messages: Items<Note>;
  readonly ownNote: string;
};

export const referralKind: Kind<"referral", Referral> = {
  name: "referral",
  home: "team",
  creators: "member",
  editors: "member",
  fields: {
    client: link(),
    person: line(),
    question: text(),
    consent: day(),
    state: choice("draft"),
    messages: notes(),
    ownNote: text(),
  },
  shared: {
    reads: ["person", "question", "consent", "state", "messages"],
    writes: ["state", "messages"],
  },
};
