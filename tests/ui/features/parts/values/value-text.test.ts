import { describe, expect, it } from "vitest";
import type { MemberId, RecordId } from "#domain/ids.ts";
import type { Json } from "#domain/json.ts";
import type { LocalDate } from "#domain/instant.ts";
import type { Kind } from "#domain/kind.ts";
import { adviserKind } from "#domain/kinds/adviser.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { areaKind } from "#domain/kinds/area.ts";
import { attendanceKind } from "#domain/kinds/attendance.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { organisationKind } from "#domain/kinds/organisation.ts";
import { placeKind } from "#domain/kinds/place.ts";
import { fromLocal } from "#domain/local-time.ts";
import { type Readable, readRecord, type RecordState } from "#domain/record.ts";
import { valueText } from "#features/parts/values/value-text.ts";
import type { Texts } from "#i18n/fi/all.ts";
import { texts as english } from "#i18n/en/all.ts";
import { texts as finnish } from "#i18n/fi/all.ts";
import { texts as swedish } from "#i18n/sv/all.ts";
import { makeFormats } from "#i18n/format.ts";
import {
  adviserState,
  areaState,
  changedBy,
  clientRecord,
  kuhmoPlace,
  organisationRecord,
} from "../../../../support/ui/network-records.ts";

const oiva = "oiva-oiva-oiva-oiva-12" as MemberId;
const aino = clientRecord("Aino K.");
const workshop = organisationRecord("Esimerkkipaja ry");
const place = changedBy(kuhmoPlace, { rooms: { r1: { name: "Huone 1", private: true } } });

const mapOf = <K extends Kind>(
  kind: K,
  ...states: readonly RecordState[]
): ReadonlyMap<RecordId, Readable<K>> =>
  new Map(states.map((state) => [state.id, readRecord(kind, state)]));

const around = {
  clients: mapOf(clientKind, aino),
  places: mapOf(placeKind, place),
  advisers: mapOf(adviserKind, adviserState(oiva, "Oiva Esimerkki")),
  organisations: mapOf(organisationKind, workshop),
  areas: mapOf(areaKind, areaState),
};
const thursday = "2026-11-26" as LocalDate;
const now = fromLocal(thursday, 9 * 60);
const said = (path: string, value: Json) =>
  valueText(path, value, { texts: finnish, formats: makeFormats("fi"), around, now });

describe("a value in words", () => {
  const slot = { start: now, end: fromLocal(thursday, 10 * 60), place: place.id, adviser: oiva };
  it.each<[path: string, value: Json, words: string]>([
    ["form", "site-visit", "Käynti kohteessa"],
    ["form", "walk", "walk"],
    ["title", "Hakuilta", "Hakuilta"],
    [
      "span",
      { start: now, end: fromLocal("2026-11-27" as LocalDate, 12 * 60) },
      "torstai 26.11. klo 9.00 – perjantai 27.11. klo 12.00",
    ],
    ["span", { start: 1 }, "start: 1"],
    ["spans", [], "(tyhjä)"],
    ["hours", [], "(tyhjä)"],
    [
      "spans",
      [{ start: now, end: slot.end }],
      "torstai 26.11. klo 9.00 – torstai 26.11. klo 10.00",
    ],
    [
      "hours",
      [
        { weekday: 1, from: 480, until: 720, place: null },
        { weekday: 5, from: 540, until: 930, place: null },
      ],
      "ma 8.00–12.00, pe 9.00–15.30",
    ],
    ["needs", ["interpreter", "accessible"], "tulkki, esteetön tila"],
    ["needs", [], "(tyhjä)"],
    ["capacity", 12, "12"],
    ["channel", "online", "Verkko"],
    ["coLeaders", { [oiva]: { member: oiva } }, "Oiva Esimerkki"],
    [`coLeaders.${oiva}`, { member: oiva }, "Oiva Esimerkki"],
    [
      "partners",
      {
        p1: { organisation: workshop.id, person: "Paja-ohjaaja" },
        p2: { organisation: null, person: "Kuraattori" },
      },
      "Esimerkkipaja ry, Paja-ohjaaja; Kuraattori",
    ],
    ["partners.p1", { organisation: workshop.id, person: "" }, "Esimerkkipaja ry"],
    ["partners.p1", { organisation: aino.id, person: "" }, "Organisaatio ei näy tällä laitteella"],
    ["partners.p1", { organisation: 7 }, "organisation: 7"],
    ["cancelling", { by: "client", why: "Sairastui" }, "Asiakas: Sairastui"],
    ["cancelling", { by: "partner", why: "" }, "Kumppani"],
    [
      "next",
      { what: "Hae", by: "client", due: "2026-12-04" },
      "Hae, Asiakas itse, perjantai 4.12.",
    ],
    ["next", { what: "Soita", by: "adviser", due: null, done: true }, "Soita, Ohjaaja, tehty"],
    ["next", null, "(tyhjä)"],
    [`told.${oiva}`, { start: now, status: "booked", at: now }, "Oiva Esimerkki, 9.00"],
    ["movedFrom", now, "torstai 26.11. klo 9.00"],
    ["movedFrom", { start: now, adviser: null }, "torstai 26.11. klo 9.00"],
    ["movedFrom", { start: now, adviser: oiva }, "torstai 26.11. klo 9.00, Oiva Esimerkki"],
    ["movedFrom", { start: "9" }, "start: 9"],
    ["occurrence", now, "torstai 26.11. klo 9.00"],
    ["asked", "2026-11-20", "perjantai 20.11."],
    ["minutes", 45, "45 min"],
    ["outcome", "Sovittiin.", "Sovittiin."],
    ["series", "s".repeat(22), "(toinen tieto)"],
    ["client", null, "Ei asiakasta"],
    ["client", aino.id, "Aino K."],
    ["came", "no-show", "Ei tullut"],
    ["rooms.r1", { name: "Huone 1", private: true }, "Huone 1, yksityinen"],
    ["rooms.r2", { name: "Aula", private: false }, "Aula"],
    ["guidance", "education", "Koulutusneuvonta"],
    ["guidance.ura", { nameFi: "Ura", nameSv: "Karriär", nameEn: "" }, "Ura / Karriär"],
    ["travel.205-290", 75, "Kajaani–Kuhmo 75 min"],
    ["travel.205-999", 75, "Kajaani–999 75 min"],
    ["travel.there", 75, "75"],
    [
      "slot",
      { ...slot, room: "r1" },
      "torstai 26.11. klo 9.00–10.00, Kuhmon kaupungin työpaja, Huone 1, Oiva Esimerkki",
    ],
  ])("%s %j", (path, value, words) => {
    expect(said(path, value)).toBe(words);
  });
});

it.each<[string, Texts]>([
  ["Finnish", finnish],
  ["Swedish", swedish],
  ["English", english],
])("every field that people write has a word in %s", (_, texts) => {
  for (const kind of [appointmentKind, attendanceKind, clientKind, placeKind, areaKind]) {
    for (const [name, field] of Object.entries(kind.fields)) {
      if ("writer" in field) continue;
      expect(Object.hasOwn(texts.conflicts.fields, name), name).toBe(true);
    }
  }
});
