import type ICAL from "ical.js";

/** What Outlook writes for times that are shown and not taken ([MS-OXCICAL], section 2.1.3.1.1.20.31). */
const freeForOutlook = ["FREE", "WORKINGELSEWHERE"];

/** The name that an entry shares with its exceptions; empty where it has none. */
export const uidOf = (event: ICAL.Component): string =>
  String(event.getFirstPropertyValue("uid") ?? "");

/** Whether an entry takes time: not when it is off, free, or put there by this program. */
export const isBusy = (event: ICAL.Component): boolean => {
  const word = (name: string) => String(event.getFirstPropertyValue(name) ?? "").toUpperCase();
  return (
    word("status") !== "CANCELLED" &&
    word("transp") !== "TRANSPARENT" &&
    !freeForOutlook.includes(word("x-microsoft-cdo-busystatus")) &&
    !uidOf(event).endsWith("@appointment.katve")
  );
};
