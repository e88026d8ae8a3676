import type { Kysely } from "kysely";
import type { Schema } from "#endpoint/database/schema.ts";

/** Where a request of the first process can be held: before its edits are taken, or between that and its answer. */
export type GatePoint = "push" | "snapshot";

/** Lets something else happen once, right before a request's next transaction of a kind. */
export type Gate = {
  arm(point: GatePoint, meanwhile: () => Promise<void>): void;
  pass(point: GatePoint): Promise<void>;
  /** Forgets what was armed; tells whether it still was. */
  disarm(): boolean;
};

export const makeGate = (): Gate => {
  let armed: { readonly point: GatePoint; readonly meanwhile: () => Promise<void> } | null = null;
  return {
    arm: (point, meanwhile) => void (armed = { point, meanwhile }),
    async pass(point) {
      if (armed?.point !== point) return;
      const { meanwhile } = armed;
      armed = null;
      await meanwhile();
    },
    disarm() {
      const wasArmed = armed !== null;
      armed = null;
      return wasArmed;
    },
  };
};

type Builder = ReturnType<Kysely<Schema>["transaction"]>;

/** The same database, with a gate before each transaction. */
export const gated = (database: Kysely<Schema>, gate: Gate): Kysely<Schema> =>
  new Proxy(database, {
    get(target, name) {
      if (name === "transaction") return () => gatedBuilder(target.transaction(), "push", gate);
      const member: unknown = Reflect.get(target, name);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });

const gatedBuilder = (builder: Builder, point: GatePoint, gate: Gate): Builder =>
  new Proxy(builder, {
    get(target, name) {
      if (name === "setIsolationLevel") {
        return (level: Parameters<Builder["setIsolationLevel"]>[0]) =>
          gatedBuilder(target.setIsolationLevel(level), point, gate);
      }
      if (name === "setAccessMode") {
        return (mode: Parameters<Builder["setAccessMode"]>[0]) =>
          gatedBuilder(target.setAccessMode(mode), mode === "read only" ? "snapshot" : point, gate);
      }
      if (name === "execute") {
        return async (...args: Parameters<Builder["execute"]>) => {
          await gate.pass(point);
          return target.execute(...args);
        };
      }
      return Reflect.get(target, name) as unknown;
    },
  });
