import type { conflicts as finnish } from "../fi/conflicts.ts";

export const conflicts: typeof finnish = {
  fields: {
    client: "client",
    guidance: "kind of guidance",
    channel: "way of meeting",
    slot: "time and place",
    language: "language",
    status: "booked or cancelled",
    note: "notes",
    name: "name",
    phone: "phone",
  },
  title: (field) => `Two versions: ${field}`,
  other: (who, when) => `${who} wrote ${when}:`,
  present: "Current:",
  empty: "(empty)",
  use: "Use this",
  append: "Add after",
  replace: "Replace with this",
  keep: "Keep the present one",
  settled: "Choice saved.",
};
