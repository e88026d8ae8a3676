import type { tray as finnish } from "../fi/tray.ts";

export const tray: typeof finnish = {
  title: "Did not get through",
  text: "These changes could not be accepted. The content stays here until you remove it.",
  look: "See the list",
  emptyTitle: "The list is empty",
  emptyText: "If a change cannot be accepted it is kept whole and shown here.",
  count: (count) =>
    count === 1 ? "1 change is waiting for you" : `${count} changes are waiting for you`,
  awaitingTitle: "Waiting for another device",
  awaitingText:
    "The server’s data were restored from a backup, and these changes are about an entry that another device will bring back. They leave by themselves once it has. If it has not come within a week, they stay on this list for you to settle. The content is safe here.",
  titles: {
    newAppointment: "New appointment",
    newClient: "New client",
    newAllotment: "Held times",
    newAttendance: "Client to the list",
    newOther: "New entry",
    removal: "Deletion",
    change: (field) => `Change: ${field}`,
    share: "Sharing with a partner",
    unshare: "Sharing taken back",
  },
  recordGone: "This is no longer on this device, so the change cannot be tried again.",
  recordHere: "This is there already. If something is missing in it, copy it from here.",
  made: (time) => `You made this ${time}.`,
  open: "Open it",
  retry: "Try again",
  retried: "The change is sent again when there is a connection.",
  refusedAgain: "The change could not be taken in this time either. It is still on this list.",
  copy: "Copy the text",
  copied: "Text copied.",
  dismiss: "Remove from the list",
  dismissTitle: "Remove the change from the list?",
  dismissLeantOn: "Another change on this list needs this one and would be incomplete without it.",
  dismissText: "The content disappears from this device. Copy it first if you need it.",
  failed: "The list could not be read.",
};
