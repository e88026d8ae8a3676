import type { earlier as finnish } from "../fi/earlier.ts";

export const earlier: typeof finnish = {
  title: "Earlier values",
  open: "Earlier values",
  field: "Which field",
  ofClient: (field) => `client's ${field}`,
  present: "Current",
  list: "Earlier",
  none: "This has not been changed.",
  original: "The first value",
  wrote: (who, when) => `${who}, ${when}`,
  overwritten: (when) => `replaced ${when}`,
  lost: (when) => `lost to a change made at the same time, ${when}`,
  use: "Use this one",
  used: "The earlier value is in use.",
  undone: "The earlier value was taken back.",
  loading: "Getting earlier values",
  needsConnection: "Earlier values are on the server, and seeing them needs a connection.",
  onDevice: "What this device has",
  noneOnDevice: "This device has no earlier values of this.",
  more: "Show older ones",
  close: "Close",
};
