import { expect, test } from "@playwright/test";
import { takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { inStore, openStorePage, quietPage } from "./support/store-pages.ts";
import { bundleStorePage } from "./store-page/bundle.ts";

/** How often the browser is killed. */
const kills = 20;

test("a browser that is killed in the middle of writing keeps every save it has confirmed, whole", async () => {
  test.setTimeout(300_000);
  const script = await bundleStorePage();
  const endpoint = await startEndpoint();
  const phone = await takePhone("chromium");
  try {
    await openStorePage(phone.page(), endpoint.origin, script);
    await inStore(phone.page(), "enrol", endpoint.firstLink.slice(-10));
    const confirmed = new Set<string>();
    for (let round = 0; round < kills; round += 1) {
      const page = phone.page();
      const enough = Promise.withResolvers<void>();
      // A different place in the writing each time: after 1 to 40 saves of three.
      const wanted = confirmed.size + 3 * (1 + ((round * 17) % 40));
      await page.exposeFunction("say", (name: string) => {
        confirmed.add(name);
        if (confirmed.size >= wanted) enough.resolve();
      });
      await page.evaluate(`void katve.writeForEver("kierros${round}", say).catch(() => undefined)`);
      await enough.promise;
      await phone.kill();
      await phone.restart();
      await openStorePage(phone.page(), endpoint.origin, script);
      await inStore(phone.page(), "unlock");
      const names = await inStore(phone.page(), "names");
      expect([...confirmed].filter((name) => !names.includes(name))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
      expect(partSaves(names)).toEqual([]);
    }
    const names = await inStore(phone.page(), "names");
    await inStore(phone.page(), "exchange");
    expect(await inStore(phone.page(), "unsent")).toBe(0);
    const other = await takePhone("chromium");
    try {
      await openStorePage(other.page(), endpoint.origin, script);
      await inStore(other.page(), "enrol", (await endpoint.link()).slice(-10));
      const seen = await inStore(other.page(), "names");
      expect(seen.toSorted()).toEqual(names.toSorted());
    } finally {
      await other.close();
    }
    console.log(`${kills} kills, ${confirmed.size} confirmed edits, ${names.length} kept`);
  } finally {
    await phone.close();
    await endpoint.close();
  }
});

/** Saves of which some edits are there and some are not. */
const partSaves = (names: readonly string[]): string[] => {
  const parts = new Map<string, number>();
  for (const name of names) {
    const save = name.slice(0, name.lastIndexOf("-"));
    parts.set(save, (parts.get(save) ?? 0) + 1);
  }
  return [...parts].filter(([, count]) => count !== 3).map(([save]) => save);
};

test("two tabs of one browser write at once, one of them exchanges, and both show everything once", async () => {
  const script = await bundleStorePage();
  const endpoint = await startEndpoint();
  const phone = await takePhone("chromium");
  try {
    const one = phone.page();
    await openStorePage(one, endpoint.origin, script);
    await inStore(one, "enrol", endpoint.firstLink.slice(-10));
    const other = await one.context().newPage();
    await openStorePage(other, endpoint.origin, script);
    await inStore(other, "unlock");
    const names = Array.from({ length: 40 }, (_, nth) => `nimi ${nth}`);
    const written = await Promise.all([
      ...names.map((name, nth) => inStore(nth % 2 === 0 ? one : other, "write", name)),
      inStore(one, "exchange"),
    ]);
    expect(written.filter((problem) => typeof problem === "string")).toEqual([]);
    await inStore(one, "exchange");
    for (const page of [one, other]) {
      await expect.poll(() => inStore(page, "unsent")).toBe(0);
      expect((await inStore(page, "names")).toSorted()).toEqual(names.toSorted());
    }
  } finally {
    await phone.close();
    await endpoint.close();
  }
});

test("a tab of an older build lets a newer one upgrade the disk, and loses nothing it confirmed", async () => {
  const older = await bundleStorePage();
  const newer = await bundleStorePage({
    file: "src/store/database.ts",
    from: "export const DATABASE_VERSION = ",
    to: "export const DATABASE_VERSION = 1 + ",
  });
  const endpoint = await startEndpoint();
  const phone = await takePhone("chromium");
  try {
    const old = phone.page();
    await openStorePage(old, endpoint.origin, older);
    await inStore(old, "enrol", endpoint.firstLink.slice(-10));
    const confirmed: string[] = [];
    await old.exposeFunction("say", (name: string) => confirmed.push(name));
    await old.evaluate(`void katve.writeForEver("vanha", say).catch(() => undefined)`);
    await expect.poll(() => confirmed.length).toBeGreaterThan(30);

    const fresh = await old.context().newPage();
    await openStorePage(fresh, endpoint.origin, newer);
    await inStore(fresh, "unlock");
    await expect.poll(() => inStore(old, "ending")).toBe("storage.newer");
    expect(await inStore(old, "write", "myöhässä")).toBe("storage.newer");
    const names = await inStore(fresh, "names");
    expect(confirmed.filter((name) => !names.includes(name))).toEqual([]);
    expect(await inStore(fresh, "write", "uusi")).toBeNull();

    await old.goto(endpoint.origin + quietPage);
    await old.evaluate(older);
    expect(await inStore(old, "unlockFailure")).toBe("storage.newer");
  } finally {
    await phone.close();
    await endpoint.close();
  }
});
