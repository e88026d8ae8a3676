import { describe, expect, test } from "vitest";
import type { Op } from "#domain/op.ts";
import type { EnrolRequest } from "#protocol/enrolment.ts";
import { opToWire } from "#protocol/op.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import {
  enrolledDevice,
  makeDevice,
  makeEdits,
  type TestDevice,
} from "../support/endpoint/device.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { readAnswer } from "../support/endpoint/read-answer.ts";
import { twoProcesses } from "../support/endpoint/two-processes.ts";

const rounds = Array.from({ length: 8 }, (_, round) => round);

const pushOf = (device: TestDevice, ...ops: readonly Op[]) =>
  device.request({ ops: ops.map((op) => opToWire(op, true)) });

const statusesOf = (responses: readonly Response[]) =>
  responses.map(({ status }) => status).sort((one, other) => one - other);

const enrolmentOf = async (device: TestDevice, code: string): Promise<EnrolRequest> => ({
  p: PROTOCOL_VERSION,
  code,
  name: "Kaisa Koe",
  device: { id: device.id, label: "Koepuhelin", key: device.publicKey },
  proof: await device.sign(),
});

describe.each(dialects)("two processes on $name", (dialect) => {
  test("that are sent the same edits at once apply them once and both say so", async () => {
    await using both = await twoProcesses(dialect);
    const { endpoint } = both;
    const device = await enrolledDevice(endpoint);
    const edits = makeEdits(endpoint);
    const exchange = async () => {
      const make = edits.create("client", { name: "Kanerva" });
      const change = edits.set(make.record, 1, "phone", "+35840123");
      const request = pushOf(device, make, change);
      const responses = await both.postToBoth(device, "/sync", request);
      const read = responses.map((response) => readAnswer(response, request.ops));
      for (const answer of await Promise.all(read)) {
        expect([answer.ack(make), answer.ack(change)]).toEqual(["a", "a"]);
        expect(answer.header.echo).toMatchObject([{ id: make.record, ver: 2 }]);
      }
    };
    await Promise.all(rounds.map(exchange));
    const { database, team } = endpoint;
    expect(await database.selectFrom("applied").select("op_id").execute()).toHaveLength(16);
    const feed = await database
      .selectFrom("feed")
      .select("seq")
      .where("scope_id", "=", team)
      .orderBy("seq")
      .execute();
    expect(feed.map(({ seq }) => seq)).toEqual(rounds.map((round) => round + 1));
    expect(both.log.filter((line) => line.includes("defect"))).toEqual([]);
  });

  test("that are sent different makings of one record keep the first, and refuse the other", async () => {
    await using both = await twoProcesses(dialect);
    const { endpoint } = both;
    const [one, other] = [await enrolledDevice(endpoint), await enrolledDevice(endpoint)];
    const edits = makeEdits(endpoint);
    const exchange = async () => {
      const first = edits.create("client", { name: "Kanerva" });
      const second = { ...edits.create("client", { name: "Sananjalka" }), record: first.record };
      const change = edits.set(first.record, 1, "phone", "+35840123");
      const requests = [pushOf(one, first), pushOf(other, second, change)] as const;
      const [toOne, toOther] = requests;
      const responses = await both.postAtOnce("/sync", [one, toOne], [other, toOther]);
      const [left, right] = await Promise.all(
        responses.map((response, at) => readAnswer(response, requests[at]?.ops ?? [])),
      );
      const acks = [left?.ack(first), right?.ack(second)];
      const isFirst = acks[0] === "a";
      expect(acks).toEqual(isFirst ? ["a", "r:edit.record_exists"] : ["r:edit.record_exists", "a"]);
      expect(right?.header.echo[0]?.f["name"]).toBe(isFirst ? "Kanerva" : "Sananjalka");
      expect(right?.header.echo[0]?.ver).toBe(2);
    };
    await Promise.all(rounds.map(exchange));
  });

  test("that change the same records in opposite orders apply every edit of both", async () => {
    await using both = await twoProcesses(dialect);
    const { endpoint } = both;
    const [one, other] = [await enrolledDevice(endpoint), await enrolledDevice(endpoint)];
    const edits = makeEdits(endpoint);
    const made = ["Kanerva", "Sananjalka", "Suopursu"].map((name) =>
      edits.create("client", { name }),
    );
    await one.push(...made);
    const records = made.map(({ record }) => record);
    const exchange = async (round: number) => {
      const change = (field: string) => (record: (typeof records)[number]) =>
        edits.set(record, 1, field, `${field} ${round}`);
      const responses = await both.postAtOnce(
        "/sync",
        [one, pushOf(one, ...records.map(change("first")))],
        [other, pushOf(other, ...records.toReversed().map(change("second")))],
      );
      expect(statusesOf(responses)).toEqual([200, 200]);
    };
    await Promise.all(rounds.map(exchange));
    const rows = await endpoint.database
      .selectFrom("entity")
      .select("ver")
      .where("id", "in", records)
      .execute();
    expect(rows.map(({ ver }) => ver)).toEqual(records.map(() => 1 + 2 * rounds.length));
  });

  test("let one device in by a code that two come with at once", async () => {
    await using both = await twoProcesses(dialect);
    const { endpoint } = both;
    for (const _round of rounds) {
      const code = await endpoint.code();
      const [one, other] = [await makeDevice(endpoint), await makeDevice(endpoint)];
      const responses = await both.postAtOnce(
        "/enrolment",
        [one, await enrolmentOf(one, code)],
        [other, await enrolmentOf(other, code)],
      );
      expect(statusesOf(responses)).toEqual([200, 410]);
    }
    const members = await endpoint.database.selectFrom("member").select("id").execute();
    expect(members).toHaveLength(rounds.length);
  });

  test("let a device in twice that comes with its code twice at once", async () => {
    await using both = await twoProcesses(dialect);
    const { endpoint } = both;
    for (const _round of rounds) {
      const device = await makeDevice(endpoint);
      const code = await endpoint.code();
      const responses = await both.postAtOnce(
        "/enrolment",
        [device, await enrolmentOf(device, code)],
        [device, await enrolmentOf(device, code)],
      );
      expect(statusesOf(responses)).toEqual([200, 200]);
      const [first, second] = (await Promise.all(
        responses.map((response) => response.json()),
      )) as readonly { readonly member: string }[];
      expect(first?.member).toBe(second?.member);
    }
  });

  test("enrol a device once that comes with two codes at once", async () => {
    await using both = await twoProcesses(dialect);
    const { endpoint } = both;
    for (const _round of rounds) {
      const device = await makeDevice(endpoint);
      const responses = await both.postAtOnce(
        "/enrolment",
        [device, await enrolmentOf(device, await endpoint.code())],
        [device, await enrolmentOf(device, await endpoint.code())],
      );
      expect(statusesOf(responses)).toEqual([200, 401]);
    }
    expect(both.log.filter((line) => line.includes("defect"))).toEqual([]);
  });

  test("take an assertion once that comes to both", async () => {
    await using both = await twoProcesses(dialect);
    const device = await enrolledDevice(both.endpoint);
    for (const _round of rounds) {
      const body = { p: PROTOCOL_VERSION, assertion: await device.sign() };
      expect(statusesOf(await both.postToBoth(device, "/session", body))).toEqual([204, 401]);
    }
  });
});
