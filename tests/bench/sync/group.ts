import { type Figure, type Group, medianFigure } from "../figure.ts";
import { bundleOf } from "./bundle.ts";
import type { Slowness } from "./link.ts";
import { type PeerName, peerNames } from "./peer.ts";
import { type Cast, playSlowLoad, playStory, type Run, type Step } from "./story.ts";

/** How often each size is played. Fifty thousand take a minute a round. */
const sizes = [
  { rows: 1_000, rounds: 3 },
  { rows: 10_000, rounds: 3 },
  { rows: 50_000, rounds: 2 },
] as const;

/** The size that a phone is made for. */
const designRows = 10_000;

/** EDGE as one may have it beside a road in the forest. */
const edge: Slowness = { roundTripMs: 400, downPerS: 30_000, upPerS: 15_000 };
const edgeRounds = 2;
const edgeRows = 1_000;

/** What each peer came to in one round. */
type Round<T> = Readonly<Record<PeerName, T>>;

/**
 * How the exchange keeps up with the least that a program on Dexie can do: both in one run, round by round, on the same
 * rows, in Chromium with its profile on the disk.
 */
export const syncGroup: Group = {
  name: "sync",
  async measure({ rows: chosen, rounds: wanted }) {
    const bundles = {
      floor: await bundleOf("floor"),
      katve: await bundleOf("katve"),
    };
    const castOf = (peer: PeerName): Cast => ({ peer, script: bundles[peer].code });
    const figures: Figure[] = [];
    for (const { rows, rounds } of sizes) {
      if (chosen?.includes(rows) === false) continue;
      const played = await playRounds(wanted ?? rounds, `${rows} rows`, (peer) =>
        playStory(castOf(peer), rows),
      );
      figures.push(...figuresOf(rows, played));
    }
    if (chosen !== undefined) return figures;
    const slow = await playRounds(wanted ?? edgeRounds, `${edgeRows} rows over EDGE`, (peer) =>
      playSlowLoad(castOf(peer), edgeRows, edge),
    );
    const seconds = slow.map(({ katve }) => katve.ms / 1_000);
    return [
      ...figures,
      medianFigure(`sync.edge.${edgeRows}.s`, "s", null, seconds),
      ratioFigure(`sync.edge.${edgeRows}.ratio`, null, slow, ({ ms }) => ms),
      medianFigure("sync.bundle.brotli", "B", null, [bundles.katve.packedBytes]),
    ];
  },
};

/** Plays rounds of all peers, first one and then the other first. */
const playRounds = async <T>(
  count: number,
  what: string,
  play: (peer: PeerName) => Promise<T>,
): Promise<Round<T>[]> => {
  const rounds: Round<T>[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const order = nth % 2 === 0 ? peerNames : peerNames.toReversed();
    const round: Partial<Record<PeerName, T>> = {};
    for (const peer of order) {
      console.error(`${what}, round ${nth + 1} of ${count}: ${peer}`);
      round[peer] = await play(peer);
    }
    rounds.push(round as Round<T>);
  }
  return rounds;
};

const ratioFigure = <T>(
  name: string,
  aim: number | null,
  rounds: readonly Round<T>[],
  of: (run: T) => number,
): Figure =>
  medianFigure(
    name,
    "×",
    aim,
    rounds.map(({ katve, floor }) => of(katve) / of(floor)),
  );

const figuresOf = (rows: number, rounds: readonly Round<Run>[]): Figure[] => {
  const isDesign = rows === designRows;
  const aimed = (aim: number) => (isDesign ? aim : null);
  const own = (
    name: string,
    unit: Figure["unit"],
    aim: number | null,
    of: (run: Run) => number,
  ): Figure =>
    medianFigure(
      `sync.${name}`,
      unit,
      aim,
      rounds.map(({ katve }) => of(katve)),
    );
  const ratio = (name: string, aim: number | null, of: (run: Run) => Step, what: keyof Step) =>
    ratioFigure(`sync.${name}`, aim, rounds, (run: Run) => of(run)[what]);
  const floorPull = medianFigure(
    `sync.floor.pull.${rows}.s`,
    "s",
    null,
    rounds.map(({ floor }) => floor.pull.ms / 1_000),
  );
  const perSize = [
    own(`pull.${rows}.s`, "s", null, ({ pull }) => pull.ms / 1_000),
    floorPull,
    ratio(`pull.${rows}.ratio`, aimed(1), ({ pull }) => pull, "ms"),
    own(`pull.${rows}.bytes`, "B", null, ({ pull }) => pull.bytes),
    ratio(`pull.${rows}.bytes.ratio`, aimed(1), ({ pull }) => pull, "bytes"),
    own(`restart.${rows}.ms`, "ms", aimed(300), ({ restartMs }) => restartMs),
    // What costs nothing more however much a device holds: the same aim for each size.
    own(`idle.${rows}.bytes`, "B", 1_000, ({ idle }) => idle.bytes),
    own(`idle.${rows}.ms`, "ms", null, ({ idle }) => idle.ms),
    own(`catchup50.${rows}.ms`, "ms", null, ({ catchUp }) => catchUp.ms),
    own(`catchup50.${rows}.bytes`, "B", null, ({ catchUp }) => catchUp.bytes),
  ];
  if (!isDesign) return perSize;
  return [
    ...perSize,
    ratio("catchup50.ratio", 2, ({ catchUp }) => catchUp, "ms"),
    own("rejoin.ms", "ms", null, ({ rejoin }) => rejoin.ms),
    own("push500.ms", "ms", null, ({ push }) => push.ms),
    ratio("push500.ratio", 2, ({ push }) => push, "ms"),
    own("push500.requests", "requests", 2, ({ push }) => push.requests),
    own("push500.bytes", "B", null, ({ push }) => push.bytes),
    medianFigure(
      "sync.trip.ms",
      "ms",
      20,
      rounds.flatMap(({ katve }) => katve.trips),
    ),
    medianFigure(
      "sync.floor.trip.ms",
      "ms",
      null,
      rounds.flatMap(({ floor }) => floor.trips),
    ),
    own("trip.bytes", "B", null, ({ tripBytes }) => tripBytes),
    own("edit.bytes", "B", 1_500, ({ one }) => one.bytes),
    own("idle.bytes", "B", 1_000, ({ idle }) => idle.bytes),
  ];
};
