import { readBusy } from "#domain/busy/read-busy.ts";
import type { BusyTask } from "./busy-reader.ts";

// Away from the page: a calendar from elsewhere may be long, and may repeat in ways that never come to an end.
self.addEventListener("message", ({ data }: MessageEvent<BusyTask>) => {
  postMessage(readBusy(data.text, data.window));
});
