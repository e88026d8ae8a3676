import type { Span } from "#domain/kinds/absence.ts";
import { fail } from "#domain/result.ts";
import type { ReadBusy } from "#sync/busy-calendars.ts";
import busyWorker from "./busy-worker.ts?worker&url";

/** What the page asks of the worker. */
export type BusyTask = { readonly text: string; readonly window: Span };

/** How long a calendar is worked on, in milliseconds, before it counts as one that cannot be followed through. */
const patienceMs = 10_000;

/** Reads calendars in a worker that lives for one of them, and no longer than that takes. */
export const makeReadBusy =
  (scriptUrl: (path: string) => string): ReadBusy =>
  (text, window) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(scriptUrl(busyWorker), { type: "module" });
      const end = () => {
        clearTimeout(timer);
        worker.terminate();
      };
      const timer = setTimeout(() => {
        end();
        resolve(fail("calendar.too_complex"));
      }, patienceMs);
      worker.addEventListener(
        "message",
        ({ data }: MessageEvent<Awaited<ReturnType<ReadBusy>>>) => {
          end();
          resolve(data);
        },
      );
      worker.addEventListener("error", (event) => {
        end();
        reject(new Error(event.message));
      });
      worker.postMessage({ text, window } satisfies BusyTask);
    });
