import type { shell as finnish } from "../fi/shell.ts";

export const shell: typeof finnish = {
  navigation: "Main menu",
  today: "Today",
  appointments: "Appointments",
  settings: "Settings",
  skip: "Skip to the content",
  messages: "Messages",
  closeMessage: "Close the message",
  newVersion: "There is a new version of the program.",
  update: "Update",
  defectTitle: "Something went wrong",
  defectText: "What you saved is safe. Open the page again.",
  reload: "Open again",
  notFoundTitle: "Page not found",
  notFoundText: "The address may be out of date.",
  toStart: "Go to the start page",
  alreadyTitle: "This browser is already in use",
  alreadyText:
    "The enrolment link is for a new device. Open it on another device or in another browser profile. A backup made here brings there what was written here.",
  leftTitle: (team) =>
    team === "" ? "You are no longer in the team" : `You are no longer in the team: ${team}`,
  leftText: "The team's clients, appointments and other records are no longer on this device.",
  leftUnsent: "Changes that you had not sent are kept on the list.",
  leftRead: "Got it",
  broughtBackTitle: "The browser had lost the data on this device",
  broughtBackText:
    "Changes that you had not sent are kept. Everything else comes back with the next connection.",
  locksSoon: "Katve locks soon. Touch the screen to carry on.",
};
