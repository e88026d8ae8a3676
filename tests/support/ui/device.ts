import type { ScopeId } from "#domain/ids.ts";
import type { RecordState } from "#domain/record.ts";
import { enrolTestDevice, type TestDevice } from "../device.ts";
import { expectOk } from "../result.ts";
import { adviserState, areaState, kajaaniPlace, kuhmoPlace, teamState } from "./network-records.ts";

let seq = 0;

/** Brings records in as an exchange does. */
export const bring = async (
  { store }: Pick<TestDevice, "store">,
  ...states: readonly RecordState[]
): Promise<void> => {
  const scopes = new Map<ScopeId, RecordState[]>();
  for (const state of states) scopes.set(state.home, [...(scopes.get(state.home) ?? []), state]);
  for (const [scope, put] of scopes) {
    seq += 1;
    expectOk(
      await store.exchange.takeChunks({ scope, put, drop: [], cursor: { epoch: "e", seq } }),
    );
  }
};

/** The phone of an adviser whose team and area have come in. */
export const enrolAdviser = async (seed = 1): Promise<TestDevice> => {
  const device = await enrolTestDevice(seed);
  await bring(
    device,
    areaState,
    teamState,
    kuhmoPlace,
    kajaaniPlace,
    adviserState(device.member, "Aino Esimerkki"),
  );
  return device;
};
