import type { TestDevice } from "../endpoint/device.ts";
import type { Stage } from "./stage.ts";

/** Plays requests that are no message of the exchange: of versions that are none, with members too many and too few. */
export const playWrongRequests = async (
  { tell, edits }: Stage,
  one: TestDevice,
  two: TestDevice,
): Promise<void> => {
  tell("speaks a version that is none, or one of a far future");
  const request = one.request();
  for (const p of [0, -1, 0.5, "1", null, 99]) await one.post("/sync", { ...request, p });
  await one.post("/sync", { p: 99, anything: ["else"] });
  await one.post("/session", { p: 99, assertion: "x" });
  await one.post("/enrolment/look", { p: 99, code: "0000000000" });
  await one.post("/enrolment", { p: 99 });
  tell("sends what is no request");
  const { cur: _, ...without } = request;
  const op = { o: "B".repeat(16), e: "C".repeat(22), k: "set", f: "name", v: 1, b: 1, t: 0, st: 0 };
  for (const wrong of [
    { ...request, more: 1 },
    without,
    { ...request, max: 1 },
    { ...request, cur: { short: ["e", 1] } },
    { ...request, ops: [{ ...op, z: 1 }] },
    { ...request, ops: [{ ...op, a: "D".repeat(16) }] },
    { ...request, ops: [{ ...op, k: "wipe" }] },
    "not JSON",
  ]) {
    await one.post("/sync", wrong);
  }
  tell("comes with the session of another device");
  await two.post("/sync", request);
  tell("is still heard after all that");
  await one.push(edits.create("client", { name: "Lopuksi", phone: "", language: "fi", note: "" }));
};
