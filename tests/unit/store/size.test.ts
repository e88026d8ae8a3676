import { expect, test } from "vitest";
import { clientKind } from "#domain/kinds/client.ts";
import { enrolTestDevice, passphrase, testTeam } from "../../support/device.ts";
import { clientStates } from "../../support/records.ts";
import { expectOk } from "../../support/result.ts";

const fullDevice = async () => {
  const device = await enrolTestDevice();
  const { store } = device;
  const states = clientStates(testTeam, 10_000);
  for (let at = 0; at < states.length; at += 200) {
    expectOk(
      await store.exchange.takeChunks({
        scope: testTeam,
        put: states.slice(at, at + 200),
        drop: [],
        cursor: { epoch: "e", seq: at },
      }),
    );
  }
  return device;
};

test("ten thousand records are fifty rows on the disk, and open in a moment", async () => {
  const { store, door } = await fullDevice();
  store.close();
  const start = performance.now();
  const reopened = expectOk(await door.unlock(passphrase));
  const tookMs = performance.now() - start;
  expect(reopened.ledger.all(clientKind).size).toBe(10_000);
  // A desk computer takes a tenth of this; the bound catches what grows with the square.
  expect(tookMs).toBeLessThan(3_000);
  if (process.env["KATVE_FIGURES"])
    console.log(`unlock of 10,000 records: ${tookMs.toFixed(0)} ms`);
});

test("a backup of ten thousand records is made in a moment and is small enough to send", async () => {
  const { store } = await fullDevice();
  const start = performance.now();
  const { bytes } = expectOk(await store.backup.make(passphrase));
  const tookMs = performance.now() - start;
  expect(bytes.byteLength).toBeLessThan(2_000_000);
  expect(tookMs).toBeLessThan(3_000);
  if (process.env["KATVE_FIGURES"])
    console.log(`backup of 10,000 records: ${tookMs.toFixed(0)} ms, ${bytes.byteLength} bytes`);
});
