import type { RecordId } from "#domain/ids.ts";
import type { clientKind } from "#domain/kinds/client.ts";
import type { Readable } from "#domain/record.ts";
import type { Suggestion } from "#ui/suggest-field.tsx";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { phoneText } from "#features/parts/values/phone-text.ts";

export type ClientSuggestion = Suggestion & { readonly id: RecordId };
type ClientRecord = Readable<typeof clientKind>;
type Entry = ClientSuggestion & { readonly folded: string };

const shownAtMost = 6;
/** Sorting more than these for six rows would cost more than it helps. */
const lookedAtMost = 60;

/** Case and dots do not count: whoever types with one thumb writes `vaino`. */
export const foldName = (name: string): string =>
  name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

/** Finds clients by the beginning of any of their names. A name is folded once, as long as its record stays the same. */
export const makeClientSearch = (): ((
  clients: Around["clients"],
  text: string,
) => ClientSuggestion[]) => {
  const entries = new WeakMap<ClientRecord, Entry>();
  const entryOf = (client: ClientRecord): Entry => {
    const known = entries.get(client);
    if (known !== undefined) return known;
    const entry = makeEntry(client);
    entries.set(client, entry);
    return entry;
  };
  return (clients, text) => {
    const wanted = ` ${foldName(text)}`;
    if (wanted === " ") return [];
    const found: Entry[] = [];
    for (const client of clients.values()) {
      const entry = entryOf(client);
      if (entry.folded.includes(wanted)) found.push(entry);
      if (found.length === lookedAtMost) break;
    }
    return found.sort((one, other) => (one.folded < other.folded ? -1 : 1)).slice(0, shownAtMost);
  };
};

const makeEntry = ({ id, values }: ClientRecord): Entry => ({
  id,
  label: values.name,
  note: values.phone === "" ? undefined : phoneText(values.phone),
  folded: ` ${foldName(values.name)}`,
});
