import type { FailureCode } from "#domain/failure.ts";

const update = "Update the program: close all Katve tabs and open it again.";
const kept = "Everything is safe on this device.";

export const failures: Record<FailureCode, string> = {
  "body.not_json": `The server did not understand what was sent. ${kept} Tell whoever runs the server.`,
  "body.too_large": `What was sent was too large. ${kept} It will go in smaller parts.`,
  "body.not_understood": `The server did not understand what was sent. ${kept} ${update}`,
  "protocol.unknown": `The program and the server are of different versions. ${kept} ${update}`,
  "protocol.too_old": `This version is too old for the server. ${kept} ${update}`,
  "origin.foreign": `The request came from a wrong address. ${kept} Open Katve from its own address.`,
  "session.missing": `The session has ended. ${kept} Katve signs in again by itself.`,
  "assertion.invalid": `The server did not recognise the device. ${kept} Check the device's clock and try again.`,
  "device.unknown":
    "The server does not know this device. What you did on this device is safe here. Ask the coordinator for a joining code and register the device again.",
  "device.revoked":
    "This device has been taken out of use, and the records have left it. Unsent changes are kept on this device. Contact the coordinator.",
  "code.unknown": "The code is not known. Check the characters or ask for a new one.",
  "code.used": "The code has been used already. Ask the coordinator for a new one.",
  "code.expired": "The code is out of date. Ask the coordinator for a new one.",
  "code.other_member":
    "The code was made for somebody else and has not been used. Ask the coordinator for one with your own member id.",
  "record.unknown": `The server does not know this, or it is not yours to see. ${kept}`,
  "feed.unknown": "This calendar feed is not there any more. The list was read again.",
  "feed.too_many": "There are as many calendar feeds as there can be. Remove one of them first.",
  "calendar.address_invalid":
    "The address is not right. It has to begin with https:// and may hold neither a port nor a password.",
  "calendar.address_refused":
    "The address leads into a closed network, from which the server fetches nothing. Use the calendar’s public address.",
  "calendar.unreachable": "The calendar’s server could not be reached.",
  "calendar.refused":
    "The calendar’s server gave no calendar. Check whether the address is still good.",
  "calendar.redirects":
    "The address only ever leads on. Take the calendar’s new address from its settings.",
  "calendar.too_large":
    "The calendar is too large to read. Share a smaller part of it, or a shorter time.",
  "calendar.too_slow": "The calendar’s server did not answer in time. Try again later.",
  "calendar.not_calendar":
    "This is not a calendar. Choose an .ics file or the calendar’s iCal address.",
  "calendar.unknown": "The server does not know this address any more. Add the calendar again.",
  "calendar.too_many": "There are as many calendars as there can be. Remove one of them first.",
  "requests.too_many": `Too many tries in a short time. ${kept} Wait a moment and try again.`,
  "route.unknown": `The server did not find what was asked for. ${kept} ${update}`,
  "endpoint.defect": `The server has a fault. ${kept} Katve tries again by itself.`,

  "edit.record_unknown":
    "The server does not know the entry you changed. The content is safe here.",
  "edit.record_exists": "The same entry was added already. The content is safe here.",
  "edit.erased":
    "This person's data were erased for good, and nothing is written about them any more. You can choose another client.",
  "edit.too_old":
    "The change may be more than half a year old, and the server no longer knows whether it has it already. The content is safe here. Look whether it is missing, and try again only then.",
  "edit.record_deleted": "Somebody had deleted the entry you changed. The content is safe here.",
  "edit.record_changed":
    "Somebody changed this in the meantime, so it was not deleted. Look at what it says now, and delete it then.",
  "edit.not_allowed": "You have no right to this change. The content is safe; ask the coordinator.",
  "edit.value_invalid": "The server could not accept the value. The content is safe here.",
  "edit.personal_code":
    "The text holds a personal identity code, which must not be stored. Remove it; the rest is safe.",
  "field.required": "Fill in this part.",
  "field.too_long": "The text is too long. Shorten it a little.",
  "field.personal_code":
    "The text holds a personal identity code. Remove it: Katve does not store them.",
  "field.value_invalid": "This value does not work. Check it.",
  "phone.invalid": "This does not look like a phone number. Write it like 040 123 4567.",
  "client.gone":
    "The client is no longer on this device. Choose another, or write the name again: then it is a new client.",
  "date.invalid": "There is no such day. Write the day like 26.11.2026.",
  "time.invalid": "Write the time like 13:30.",
  "slot.end_before_start": "The time ends before it starts. Correct the end.",
  "slot.too_short": "A time has to last at least five minutes.",
  "slot.none_free": "There is no free time then. Choose another time or a shorter length.",
  "hours.overlap": "This stretch begins before the one before it ends. Correct one of them.",
  "passphrase.too_short": "A passphrase needs at least 12 characters or four words.",

  "passphrase.wrong": "The passphrase does not match. The data is safe; try again.",
  "passphrase.wait": "Too many wrong tries. The data is safe; wait a moment.",
  "vault.missing": "This device is not in use yet. You need a joining code.",
  "vault.damaged":
    "The device's data could not be read. Do not clear the browser; contact whoever runs the server.",
  "storage.full": "The device is full. Free some space and save again.",
  "storage.lost":
    "The device's storage was out of reach. Try again; if that does not help, open Katve again.",
  "storage.newer": `The data was saved by a newer version. Nothing is lost. ${update}`,
  "storage.blocked": "Another tab is in the way of saving. Close the other Katve tabs.",
  "record.gone": "The entry is no longer on this device, so the change could not be saved.",
  "backup.unknown": "This file is no Katve backup. Nothing was brought in; choose another.",
  "backup.damaged":
    "The file is incomplete or was changed, so nothing was brought in. Fetch it again from where it was kept.",
  "backup.newer": `The backup was made by a newer version. Nothing was brought in. ${update}`,
  "backup.passphrase_wrong":
    "The file does not open with this passphrase. Write the one given when the file was made.",
  "backup.other_member":
    "The backup is another person's. Nothing was brought in: it belongs on a device of their own.",
  "calendar.too_complex":
    "The calendar repeats in ways that cannot be followed through. Nothing was changed.",

  "network.offline": `There is no connection. ${kept} Katve carries on by itself once it is back.`,
  "network.silent": `The server did not answer. ${kept} Katve tries again by itself.`,
  "network.cut": `The connection broke. ${kept} Katve tries again by itself.`,
  "network.not_katve": `The answer did not come from Katve. ${kept} The network may want you to sign in with the browser.`,
};
