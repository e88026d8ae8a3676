import type { RecordId, ScopeId } from "#domain/ids.ts";
import type { Edit } from "#store/write.ts";
import type { Dice } from "../support/dice.ts";
import { expectOk } from "../support/result.ts";
import type { Phone } from "./phone.ts";

/** The records that everybody of a team works on. The partner works on the referral alone. */
export type Shared = {
  readonly event: RecordId;
  readonly clients: readonly RecordId[];
  readonly referral: RecordId;
};

/** Makes the shared records on one phone; they are not sent yet. `organisation` is whom the referral is addressed to. */
export const makeShared = async (phone: Phone, organisation: ScopeId): Promise<Shared> => {
  const store = phone.store();
  const [event, referral, ...clients] = Array.from({ length: 4 }, () => store.newRecordId());
  if (event === undefined || referral === undefined) throw new Error("four ids were made");
  const [area, team] = [phone.scopes("area"), phone.scopes("team")];
  const make = (record: RecordId, kind: string, home: ScopeId, fields: Fields): Edit => ({
    verb: "new",
    record,
    kind,
    home,
    fields,
  });
  await phone.write([
    make(event, "event", area, { title: "Messut", status: "planned" }),
    make(referral, "referral", team, { person: "Asiakas 7", state: "sent", ownNote: "Tiimille." }),
    ...clients.map((record) =>
      make(record, "client", team, { name: "n0", phone: "", language: "fi", note: "Alku." }),
    ),
  ]);
  await phone.write([{ verb: "share", sight: sightOn(phone, referral), scope: organisation }]);
  return { event, referral, clients };
};

type Fields = Extract<Edit, { readonly verb: "new" }>["fields"];

const sightOn = (phone: Phone, record: RecordId) => {
  const sight = phone.store().ledger.sightOf(record);
  if (sight === null) throw new Error(`${phone.name} has lost a record`);
  return sight;
};

/** Makes one save: usually one edit, and of a kind that its phone may make. `token` occurs in no other. */
export const editSomething = async (
  phone: Phone,
  { event, clients, referral }: Shared,
  dice: Dice,
  token: string,
  isPartner: boolean,
): Promise<void> => {
  const { member } = phone.store().identity;
  const message = (): Edit => ({
    verb: "add",
    sight: sightOn(phone, referral),
    field: `messages.${token}`,
    value: { text: `Viesti ${token}.`, by: member, at: 0 },
  });
  const state = (): Edit => ({
    verb: "set",
    sight: sightOn(phone, referral),
    field: "state",
    value: `s-${token}`,
  });
  if (isPartner) return phone.write([dice.pick([message, state])()]);
  const client = dice.pick(clients);
  const item = `checklist.i${dice.below(3)}`;
  const about = (record: RecordId) => ({ sight: sightOn(phone, record) });
  const count = (): Edit => {
    const value = dice.once(4) ? -1 : 1 + dice.below(5);
    return {
      verb: "inc",
      ...about(event),
      field: dice.pick(["counts.work", "counts.study"]),
      value,
    };
  };
  const write = (): Edit => {
    const sight = sightOn(phone, client);
    return { verb: "text", sight, field: "note", value: `${sight.textOf("note")} Sana${token}.` };
  };
  const name = (): Edit => ({ verb: "set", ...about(client), field: "name", value: `n-${token}` });
  const tick = (): Edit => {
    const value = { text: token, phase: "before", done: dice.once(2), by: member, at: null };
    return { verb: "set", ...about(event), field: item, value };
  };
  const remove = (): Edit => ({ verb: "rem", ...about(event), field: item });
  const made = (): Edit => ({
    verb: "new",
    record: phone.store().newRecordId(),
    kind: "client",
    home: phone.scopes("team"),
    fields: { name: `n-${token}`, phone: "", language: "fi", note: "" },
  });
  const memo = (): Edit => ({
    verb: "new",
    record: phone.store().newRecordId(),
    kind: "memo",
    home: member as string as ScopeId,
    fields: { body: token },
  });
  const makers = [
    count,
    count,
    count,
    write,
    write,
    name,
    tick,
    remove,
    made,
    memo,
    message,
    state,
  ];
  await phone.write([dice.pick(makers)()]);
};

/** The edits a phone could not get through. */
export const trayOf = async (phone: Phone) => expectOk(await phone.store().tray.read());
