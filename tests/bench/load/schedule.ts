import type { LoadDevice } from "./device.ts";

/** One exchange that is due, in milliseconds since the schedule began. */
export type Due = {
  readonly atMs: number;
  readonly device: LoadDevice;
  readonly withEdit: boolean;
};

/** When whom: `takeNext` gives what is due in the next stretch. Between two stretches no time goes by. */
export type Schedule = {
  takeNext(devices: readonly LoadDevice[], seconds: number): readonly Due[];
};

/** How often a device makes an exchange, and which share of them carries an edit (0 to 1). */
export type Rhythm = { readonly everySeconds: number; readonly editShare: number };

/**
 * Every device at its own moment of the rhythm, drawn by chance so that now and then many come at once. A device keeps its
 * moment for good, and every so many of its exchanges carries an edit.
 */
export const makeSchedule = (rhythm: Rhythm, draw: () => number): Schedule => {
  const everyMs = rhythm.everySeconds * 1_000;
  const turnsPerEdit = rhythm.editShare > 0 ? Math.max(1, Math.round(1 / rhythm.editShare)) : 0;
  const moments = new Map<LoadDevice, { readonly ms: number; readonly edits: number }>();
  let doneMs = 0;
  return {
    takeNext: (devices, seconds) => {
      const fromMs = doneMs;
      doneMs += seconds * 1_000;
      const dues: Due[] = [];
      for (const device of devices) {
        const moment = moments.get(device) ?? {
          ms: draw() * everyMs,
          edits: Math.floor(draw() * turnsPerEdit),
        };
        moments.set(device, moment);
        let turn = Math.max(0, Math.ceil((fromMs - moment.ms) / everyMs));
        for (; moment.ms + turn * everyMs < doneMs; turn += 1) {
          const withEdit = turnsPerEdit > 0 && (turn + moment.edits) % turnsPerEdit === 0;
          dues.push({ atMs: moment.ms + turn * everyMs - fromMs, device, withEdit });
        }
      }
      return dues.sort((one, other) => one.atMs - other.atMs);
    },
  };
};
