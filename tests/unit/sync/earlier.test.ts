import { describe, expect, test } from "vitest";
import type { DeviceId, RecordId } from "#domain/ids.ts";
import { toInstant } from "#domain/instant.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { makeAskChangedFields, makeAskEarlier } from "#sync/earlier.ts";
import type { Transport, TransportFailure } from "#sync/transport.ts";
import { makeSeededChance } from "../../support/platform.ts";
import { expectFailure, expectOk } from "../../support/result.ts";

const record = "r".repeat(22) as RecordId;
const missing = { code: "session.missing", endpointNow: toInstant(5_000) } as const;
const answer = {
  values: [
    { v: "Veikko", w: "overwritten", by: null, t: null, until: 9 },
    { v: "Veijo", w: "conflict", by: "m", t: 3, until: 8 },
    { v: 1, w: "somehow-else", by: "m", t: 3, until: 7 },
  ],
  more: true,
};

/** Asks a transport that gives these answers one after the other. */
const asking = (...answers: Result<string, TransportFailure>[]) => {
  const asked: { readonly path: string; readonly body: unknown }[] = [];
  const transport: Transport = {
    post(path, body) {
      asked.push({ path, body });
      const next = answers.shift();
      if (next === undefined) throw new Error("nobody should have asked again");
      return Promise.resolve(next);
    },
    postLines: () => Promise.reject(new Error("it is not asked in lines")),
  };
  const signer = { device: "d".repeat(22) as DeviceId, sign: () => Promise.resolve("signed") };
  const parts = { transport, signer, chance: makeSeededChance(1) };
  return { ask: makeAskEarlier(parts), askFields: makeAskChangedFields(parts), asked };
};

describe("asking for earlier values", () => {
  test("reads them, and takes a reason of a newer endpoint for the usual one", async () => {
    const { ask, asked } = asking(ok(JSON.stringify(answer)));
    expect(expectOk(await ask(record, "name", 50))).toEqual({
      values: [
        { value: "Veikko", why: "overwritten", by: null, at: null, until: 9 },
        { value: "Veijo", why: "conflict", by: "m", at: 3, until: 8 },
        { value: 1, why: "overwritten", by: "m", at: 3, until: 7 },
      ],
      more: true,
    });
    expect(asked).toMatchObject([{ path: "/earlier", body: { e: record, f: "name", skip: 50 } }]);
  });

  test("signs in first when the session is over, and asks once more", async () => {
    const { ask, asked } = asking(fail(missing), ok(""), ok(JSON.stringify(answer)));
    expect(expectOk(await ask(record, "name", 0)).values).toHaveLength(3);
    expect(asked.map(({ path }) => path)).toEqual(["/earlier", "/session", "/earlier"]);
  });

  test("does not ask in a circle", async () => {
    const { ask } = asking(fail(missing), ok(""), fail(missing));
    expect(expectFailure(await ask(record, "name", 0))).toEqual(missing);
  });

  test("fails as the network does, and for what is no answer of ours", async () => {
    const offline = asking(fail({ code: "network.offline" }));
    expect(expectFailure(await offline.ask(record, "name", 0))).toEqual({
      code: "network.offline",
    });
    for (const text of ["<html>", "{}", '{"values":[{}],"more":false}']) {
      const foreign = asking(ok(text));
      expect(expectFailure(await foreign.ask(record, "name", 0))).toEqual({
        code: "network.not_katve",
      });
    }
  });
});

describe("asking which fields have earlier values", () => {
  test("reads them by record, and asks once for all", async () => {
    const { askFields, asked } = asking(ok(JSON.stringify({ fields: { [record]: ["name"] } })));
    const fields = expectOk(await askFields([record]));
    expect([...fields]).toEqual([[record, ["name"]]]);
    expect(asked).toMatchObject([{ path: "/earlier/fields", body: { e: [record] } }]);
  });

  test("fails as the network does, and for what is no answer of ours", async () => {
    const offline = asking(fail({ code: "network.offline" }));
    expect(expectFailure(await offline.askFields([record])).code).toBe("network.offline");
    for (const text of ["<html>", "{}", '{"fields":{"a":"name"}}']) {
      expect(expectFailure(await asking(ok(text)).askFields([record])).code).toBe(
        "network.not_katve",
      );
    }
  });
});
