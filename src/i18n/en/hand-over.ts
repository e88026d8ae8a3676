import type { handOver as finnish } from "../fi/hand-over.ts";

export const handOver: typeof finnish = {
  open: "Hand the time over",
  title: "Hand the time over",
  back: "The time’s details",
  brightness: "Turn the brightness up, and the code can be read across a table.",
  code: (what) => `QR code that adds the time to a phone’s calendar: ${what}`,
  share: "Share the calendar file",
  shareFailed: "Sharing did not work. You can save the file.",
  save: "Save the calendar file",
  savedFile: "File saved.",
  otherWays: "Other ways",
  print: "Print the slip",
  tentativeTitle: "The time is not confirmed yet",
  tentativeText:
    "Tell the client that the time may change. It confirms itself when there is a connection.",
  clashTitle: "The time overlaps another one",
  clashText: "Move the time before you hand it over.",
  contestedTitle: "Two different times or places were agreed",
  contestedText: "Choose the right one before you hand the time over.",
  cancelledTitle: "This time is cancelled",
  cancelledText: "The code and the file mark the time as cancelled in the client’s calendar.",
  overTitle: "This time is over",
  overText: "Check the day before you hand the time over.",
  unsavedTitle: "The time has changes that are not saved",
  unsavedText: "They are not part of this. Save them first.",
};
