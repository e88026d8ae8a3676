import * as v from "valibot";
import type { CalendarFailureCode } from "#domain/failure.ts";
import type { RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { busyAnswerSchema, type BusyRequest } from "#protocol/busy.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import type { TransportFailure } from "./transport.ts";
import { type SessionParts, withSession } from "./with-session.ts";

/** A calendar that the endpoint reads from its address: whose server has it, when it was read, why that failed. */
export type BusySource = {
  readonly id: RecordId;
  readonly host: string;
  readonly read: Instant | null;
  readonly failed: string | null;
};

/** What the endpoint tells: the member's calendars, and the text of one that was read. */
export type BusySourcesAnswer = {
  readonly sources: readonly BusySource[];
  readonly text: string | null;
};

type Answer = Promise<
  Result<BusySourcesAnswer, TransportFailure | { readonly code: CalendarFailureCode }>
>;

/** The member's calendars at addresses. Each call fails as the transport does, and with a `calendar.` code. */
export type BusySources = {
  list(): Answer;
  /** Keeps an address for a `busy` record, and reads it. */
  add(id: RecordId, url: string): Answer;
  /** Reads one again; with `due` only if nobody has for most of a day: there is no text then. */
  read(id: RecordId, due: boolean): Answer;
  remove(id: RecordId): Answer;
};

/** Asks the endpoint, which alone knows the addresses. */
export const makeBusySources = (parts: SessionParts): BusySources => {
  const ask = async (request: BusyRequest): Answer => {
    const answer = await withSession<string, TransportFailure>(parts, () =>
      parts.transport.post("/busy", request),
    );
    if (!answer.ok) return answer;
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), busyAnswerSchema), answer.value);
    if (!parsed.success) return fail({ code: "network.not_katve" });
    const { sources, text, failed } = parsed.output;
    if (failed !== undefined) return fail({ code: failed });
    return ok({
      sources: sources.map((source) => ({ ...source, id: source.id as RecordId })),
      text: text ?? null,
    });
  };
  const p = PROTOCOL_VERSION;
  return {
    list: () => ask({ p, do: "list" }),
    add: (id, url) => ask({ p, do: "add", id, url }),
    read: (id, due) => ask({ p, do: "read", id, due }),
    remove: (id) => ask({ p, do: "remove", id }),
  };
};
