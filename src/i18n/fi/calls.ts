import type { CallReason } from "#domain/meeting/calls.ts";
import { makePlural } from "../plural.ts";

const plural = makePlural("fi");

const reasons: Record<CallReason, string> = {
  cancelled: "Aika on peruttu",
  moved: "Aika on siirretty",
  reminder: "Muistutus",
  "no-show": "Ei tullut",
};

/** Clients to call or to write to today. */
export const calls = {
  title: "Soitettavat",
  text: "Kenelle kannattaa tänään soittaa tai lähettää viesti. Viestissä ei ole syytä eikä palvelun nimeä.",
  reasons,
  noneTitle: "Ei soitettavia",
  noneText:
    "Tässä näkyvät tämän ja huomisen päivän ajat, siirretyt ja perutut ajat sekä tulematta jääneet.",
  count: (count: number) => plural(count, { one: "1 soitettava", other: `${count} soitettavaa` }),
  countText: "Muistutukset, siirrot ja perumiset",
  call: (who: string) => `Soita: ${who}`,
  message: (who: string) => `Viesti: ${who}`,
  callShort: "Soita",
  messageShort: "Viesti",
  tick: "Kerrottu",
  tickFor: (who: string) => `Kerrottu: ${who}`,
  toldBy: (who: string, time: string) => `${who} kertoi ${time}`,
  open: "Kertomatta",
  done: "Kerrottu tänään",
  withoutPhone: "Ei puhelinnumeroa",
  later: (count: number) =>
    plural(count, { one: "ja 1 myöhempi aika", other: `ja ${count} myöhempää aikaa` }),
};

/** Reminders that this device shows by itself. */
export const reminders = {
  title: "Muistutukset tällä laitteella",
  switch: "Muistuta omista ajoista",
  hint: "Ilmoituksessa on vain kellonaika. Siinä ei ole nimeä eikä paikkaa.",
  lead: "Kuinka paljon ennen",
  notice: (time: string) => `Tapaaminen klo ${time}`,
  limits:
    "Muistutus tulee vain, kun Katve on auki jollakin välilehdellä tai ikkunana, myös lukittuna. Suljettua ohjelmaa mikään ei herätä, ja puhelin voi nukuttaa taustalla olevan ohjelman.",
  phoneLimits: "iPhonessa muistutukset toimivat vain, kun Katve on lisätty Koti-valikkoon.",
  refused: "Selain on estänyt ilmoitukset. Salli ne selaimen tai laitteen asetuksissa.",
  missing: "Tämä selain ei osaa näyttää muistutuksia.",
};
