import type { RecordId } from "#domain/ids.ts";
import { minuteMs } from "#domain/instant.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { conflictKind } from "#domain/kinds/conflict.ts";
import type { TestEndpoint } from "../../support/endpoint/make-endpoint.ts";
import { restoreData, takeData } from "../../support/endpoint/old-data.ts";
import { expectOk } from "../../support/result.ts";
import { enrolPhone, type Phone } from "./phone.ts";

export const nameOn = (phone: Phone, client: RecordId) =>
  phone.store().ledger.get(clientKind, client)?.values.name;
export const conflictsOn = (phone: Phone) => phone.store().ledger.all(conflictKind).size;
export const trayOn = async (phone: Phone) => expectOk(await phone.store().tray.read());

/** Everybody exchanges until all have heard of all. */
export const settle = async (...phones: readonly Phone[]) => {
  for (const phone of [...phones, ...phones, ...phones]) await phone.exchange();
};

export const restoreLater = async (
  endpoint: TestEndpoint,
  old: Awaited<ReturnType<typeof takeData>>,
) => {
  endpoint.clock.advance(minuteMs);
  await restoreData(endpoint, old);
};

/** Two phones that both have a client the first of them made, and an endpoint that can lose it. */
export const withYoungRecord = async (endpoint: TestEndpoint) => {
  const one = await enrolPhone(endpoint, 1);
  const other = await enrolPhone(endpoint, 2);
  const backup = await takeData(endpoint.database);
  const young = await one.addClient("Tuula");
  await settle(one, other);
  return { one, other, young, lose: () => restoreLater(endpoint, backup) };
};
