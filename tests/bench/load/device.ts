import type { MemberId, RecordId, ScopeId } from "#domain/ids.ts";
import { opToWire } from "#protocol/op.ts";
import { answerBytes } from "#protocol/limits.ts";
import { requestToWire, type WireCursor } from "#protocol/sync-request.ts";
import { makeSystemChance } from "#endpoint/system-chance.ts";
import { makeSystemClock } from "#endpoint/system-clock.ts";
import { sha256 } from "#endpoint/sha256.ts";
import { makeDevice, makeEdits, type TestDevice } from "../../support/endpoint/device.ts";
import { readExchange } from "./exchange.ts";

/** How messages get to the endpoint. */
export type Sending = {
  /** Asks as a page of the endpoint would; only the path of an address counts. */
  readonly fetch: (path: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Posts a message of an exchange and gives its answer's text, unpacked. Throws when it is refused or cut. */
  readonly exchange: (body: string, cookie: string) => Promise<string>;
};

/** A device of the crowd: its own key, session and cursors, and the one guidance time that it edits. */
export type LoadDevice = {
  readonly phone: TestDevice;
  readonly team: ScopeId;
  readonly cursors: Record<string, WireCursor>;
  readonly own: { record: RecordId; ver: number; note: string };
  /** Makes one exchange, with an edit of its own guidance time or without. Throws when its answer is not as it should be. */
  sync(withEdit: boolean): Promise<void>;
};

const given = { clock: makeSystemClock(), chance: makeSystemChance() };

/** Makes a member's device that the endpoint does not know yet; whoever puts it there says what it edits. */
export const makeLoadDevice = async (
  sending: Sending,
  member: MemberId,
  team: ScopeId,
): Promise<LoadDevice> => {
  const phone = await makeDevice({ ...given, fetch: sending.fetch });
  phone.member = member;
  const edits = makeEdits({ ...given, team });
  let edited = 0;
  const device: LoadDevice = {
    phone,
    team,
    cursors: {},
    own: { record: "" as RecordId, ver: 0, note: "" },
    sync: async (withEdit) => {
      const { own } = device;
      if (withEdit) edited += 1;
      // A time is called off and booked anew, and the note says so: its adviser's calendar is looked at as well.
      const status = edited % 2 === 0 ? "booked" : "cancelled";
      const note = `Soitettu ${edited}. kerran, ${status === "booked" ? "tulee sittenkin" : "ei pääse tulemaan"}.`;
      const ops = withEdit
        ? [
            edits.set(own.record, own.ver, "status", status),
            edits.text(own.record, own.ver, "note", note, { hash: sha256(own.note) }),
          ]
        : [];
      const request = phone.request({
        max: answerBytes.usual,
        ops: ops.map((op) => opToWire(op, false)),
        cur: device.cursors,
      });
      const answer = readExchange(
        await sending.exchange(JSON.stringify(requestToWire(request)), phone.cookie),
        request.ops,
      );
      Object.assign(device.cursors, answer.cursors);
      for (const op of ops) {
        const ack = answer.header.ack[op.id];
        if (ack !== "a") throw new Error(`an edit came to ${ack}`);
      }
      const echo = answer.header.echo.find(({ id }) => id === own.record);
      if (!withEdit) return;
      if (echo?.f["note"] !== note) throw new Error("an edit is not in the answer");
      Object.assign(own, { ver: echo.ver, note });
    },
  };
  return device;
};
