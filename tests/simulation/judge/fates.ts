import { isSameJson, type Json } from "#domain/json.ts";
import type { Op } from "#domain/op.ts";
import { expectOk } from "../../support/result.ts";
import { hold } from "../world/violation.ts";
import type { World } from "../world/world.ts";

/**
 * I1: each edit that a disk has taken has one fate, which the endpoint knows for good; one that was refused lies whole in the
 * tray of every phone that had it, until a person deals with it.
 */
export const judgeFates = async (world: World): Promise<void> => {
  const { oracle, server } = world;
  for (const phone of world.phones) {
    const tray = new Map(
      expectOk(await phone.store.tray.read()).map(({ op, reason }) => [op.id, { op, reason }]),
    );
    for (const id of phone.memory.written) {
      const write = oracle.writes.get(id);
      const ack = server.settled.get(id)?.ack ?? server.refused.get(id);
      if (write === undefined) throw new Error("a phone remembers what nobody wrote");
      hold(ack !== undefined, "I1", () => `edit ${write.nth} of ${phone.name} came to nothing`);
      if (ack?.startsWith("r:") !== true || phone.memory.dismissed.has(id)) continue;
      const entry = tray.get(id);
      const isWhole =
        entry?.op.verb === write.verb &&
        ack === `r:${entry.reason}` &&
        isSameJson(contentOf(entry.op), [...write.gave.values()]);
      hold(
        isWhole,
        "I1",
        () => `edit ${write.nth}, refused (${ack}), is not in the tray of ${phone.name}`,
      );
    }
  }
};

const contentOf = (op: Op): readonly Json[] => {
  if (op.verb === "new") return Object.values(op.value.fields);
  if (!("field" in op)) return [];
  return [op.verb === "rem" ? null : op.value];
};
