import { type Device, dropProfile, makeProfile, openDevice } from "./device.ts";
import { openLink, type Link, type Slowness, type Traffic } from "./link.ts";
import type { PeerName, PeerServer } from "./peer.ts";
import { startServerOf } from "./server.ts";
import { catchUp, edit, editedAt, live, load, prepare, push, reopen, seenAt } from "./steps.ts";
import { makePatches, makeRows } from "./workload.ts";

const catchUpCount = 50;
const pushCount = 500;
const tripCount = 30;

/** A step's time in milliseconds and what it sent and received. */
export type Step = Traffic & { readonly ms: number };

/** What one run of one peer came to. */
export type Run = {
  readonly pull: Step;
  readonly restartMs: number;
  /** The first exchange after a restart of the browser: signing in again, and nothing new. */
  readonly rejoin: Step;
  readonly catchUp: Step;
  readonly idle: Step;
  readonly push: Step;
  readonly one: Step;
  readonly trips: readonly number[];
  readonly tripBytes: number;
};

/** A peer and the script of its page. */
export type Cast = { readonly peer: PeerName; readonly script: string };

type Stage = {
  readonly server: PeerServer;
  readonly link: Link;
  device(profile?: string): Promise<Device & { readonly profile: string }>;
};

/** Sets up a fresh server and link, and takes everything down afterwards. */
const onStage = async <T>(
  { peer, script }: Cast,
  rows: number,
  slowness: Slowness | undefined,
  play: (stage: Stage) => Promise<T>,
): Promise<T> => {
  const server = await startServerOf(peer, rows);
  const link = await openLink(server, slowness);
  const open = new Set<Device>();
  const profiles = new Set<string>();
  try {
    return await play({
      server,
      link,
      async device(known) {
        const profile = known ?? (await makeProfile());
        profiles.add(profile);
        const device = await openDevice(profile, link.origin, script);
        open.add(device);
        return { ...device, profile };
      },
    });
  } finally {
    for (const device of open) await device.close();
    link.close();
    await server.close();
    for (const profile of profiles) await dropProfile(profile);
  }
};

const expect = (isTrue: boolean, what: string): void => {
  if (!isTrue) throw new Error(`not so: ${what}`);
};

const firstLoad = async ({ page }: Device, link: Link, rows: number): Promise<Step> => {
  await page.evaluate(prepare, link.origin);
  link.takeTraffic();
  const { ms, count } = await page.evaluate(load, link.origin);
  expect(count === rows, `${rows} rows were loaded, and not ${count}`);
  return { ms, ...link.takeTraffic() };
};

/**
 * Everything but the slow network, as one story: a device loads, is started again without a network, catches up, makes an
 * exchange without news, sends 500 edits and then one; then a second device joins and sees 30 edits of the first.
 */
export const playStory = (cast: Cast, rows: number): Promise<Run> =>
  onStage(cast, rows, undefined, async ({ server, link, device }) => {
    const all = makeRows(rows);
    const fresh = await device();
    const pulled = await firstLoad(fresh, link, rows);

    await fresh.close();
    link.cut(true);
    const first = await device(fresh.profile);
    const restarted = await first.page.evaluate(reopen, link.origin);
    expect(restarted.count === rows, `${rows} rows survived a restart, and not ${restarted.count}`);
    link.cut(false);

    const catching = async (count: number, round: number): Promise<Step> => {
      const patches = makePatches(all, count, round);
      if (count > 0) await server.edit(patches);
      link.takeTraffic();
      const { ms, isShown } = await first.page.evaluate(catchUp, patches);
      expect(isShown, "the device has caught up");
      return { ms, ...link.takeTraffic() };
    };
    const rejoined = await catching(0, 1);
    const caughtUp = await catching(catchUpCount, 1);
    const idle = await catching(0, 1);

    const sending = async (count: number, round: number): Promise<Step> => {
      const patches = makePatches(all, count, round);
      await first.page.evaluate(edit, patches);
      await first.page.waitForTimeout(300);
      link.takeTraffic();
      const ms = await first.page.evaluate(push);
      const traffic = link.takeTraffic();
      expect(await server.has(patches), "the server holds what was sent");
      return { ms, ...traffic };
    };
    const pushed = await sending(pushCount, 2);
    const one = await sending(1, 3);

    const second = await device();
    await firstLoad(second, link, rows);
    await second.page.evaluate(live);
    await first.page.evaluate(live);
    await first.page.waitForTimeout(1_500);
    const trips: number[] = [];
    link.takeTraffic();
    for (let nth = 0; nth < tripCount; nth += 1) {
      const [patch] = makePatches(all, 1, 100 + nth);
      if (patch === undefined) throw new Error("no edit to make");
      const seen = second.page.evaluate(seenAt, patch);
      await first.page.waitForTimeout(150);
      const begunAt = await first.page.evaluate(editedAt, patch);
      trips.push((await seen) - begunAt);
    }
    const tripBytes = link.takeTraffic().bytes / tripCount;
    return {
      pull: pulled,
      restartMs: restarted.ms,
      rejoin: rejoined,
      catchUp: caughtUp,
      idle,
      push: pushed,
      one,
      trips,
      tripBytes,
    };
  });

/** A first load over a slow network. */
export const playSlowLoad = (cast: Cast, rows: number, slowness: Slowness): Promise<Step> =>
  onStage(cast, rows, slowness, async ({ link, device }) => firstLoad(await device(), link, rows));
