import { adviserKind } from "#domain/kinds/adviser.ts";
import { readRecord } from "#domain/record.ts";
import { ok } from "#domain/result.ts";
import { loadKind } from "../records/entities.ts";
import type { Command } from "./command.ts";
import { table } from "./table.ts";

/** Lists the devices. */
export const devicesCommand: Command = {
  usage: "devices",
  summary: "the devices, whose each is, since when, and which were revoked",
  options: {},
  run: async ({ database }) => {
    const names = new Map(
      (await loadKind(database, adviserKind.name)).map((record) => [
        record.id as string,
        readRecord(adviserKind, record).values.name,
      ]),
    );
    const devices = await database
      .selectFrom("device")
      .select(["id", "member_id", "label", "created_at", "revoked_at"])
      .orderBy("created_at")
      .execute();
    const rows = devices.map((device) => [
      device.id,
      names.get(device.member_id) ?? device.member_id,
      device.label,
      dayOf(device.created_at),
      device.revoked_at === null ? "" : dayOf(device.revoked_at),
    ]);
    return ok(table([["id", "member", "label", "since", "revoked"], ...rows]));
  },
};

const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
