import type { Client } from "#domain/kinds/client.ts";
import type { Dice } from "./dice.ts";

/** The teams of the demonstration. */
export const demoTeams = ["Kainuun ohjaustiimi", "Koillismaan ohjaustiimi"] as const;

/** The advisers of the demonstration: names that nobody has, and the team each is in, by its place in the list above. */
export const demoAdvisers = [
  { name: "Aino Esimerkki", team: 0, role: "coordinator" },
  { name: "Demo-Veikko Malli", team: 0, role: "adviser" },
  { name: "Testi-Tuulia Harjoitus", team: 1, role: "adviser" },
  { name: "Koe-Kalle Näyte", team: 1, role: "adviser" },
] as const;

/** How many clients the demonstration has in all. */
export const demoClientCount = 60;

const codeNames = [
  "Kanerva",
  "Metsätähti",
  "Pihlaja",
  "Suopursu",
  "Karpalo",
  "Kuukkeli",
  "Tervaskanto",
  "Vanamo",
  "Lumme",
  "Kaarna",
  "Riekko",
  "Haapa",
  "Hilla",
  "Käpytikka",
  "Naava",
  "Rantakivi",
  "Aamusumu",
  "Tuulenpesä",
  "Jäkälä",
  "Kotkansiipi",
] as const;

const givenNames = [
  "Anni",
  "Eetu",
  "Fatima",
  "Helmi",
  "Iida",
  "Joonas",
  "Kerttu",
  "Lauri",
  "Mariia",
  "Niilo",
  "Oona",
  "Pekka",
  "Rauha",
  "Sami",
  "Toivo",
  "Unto",
  "Venla",
  "Ylermi",
  "Olena",
  "Ahmed",
] as const;

const clientNotes = [
  "",
  "",
  "",
  "Tavoittaa parhaiten tekstiviestillä.",
  "Tapaamiset mieluiten aamupäivällä.",
  "Kiinnostunut metsäalan näyttötutkinnosta.",
  "Toivoo tapaamista kotikunnassa, bussi kulkee kahdesti päivässä.",
  "Etsii oppisopimuspaikkaa.",
] as const;

/**
 * A made-up client, the `index`th. Every other goes by a code name, the rest by a given name and an initial. The
 * telephone numbers go on with 0 after the code of an area (09), which no number in Finland does: there it would be taken for
 * the prefix of another area.
 */
export const demoClient = (index: number, dice: Dice): Client => {
  const half = Math.floor(index / 2);
  const name =
    index % 2 === 0
      ? numbered(codeNames[half % codeNames.length] ?? "", half, codeNames.length)
      : `${givenNames[half % givenNames.length]} ${"KLMNPRSTV".charAt(dice.below(9))}.`;
  return {
    name,
    phone: dice.below(3) === 0 ? "" : `+35890${String(100_000 + index * 37)}`,
    language: demoLanguage(dice),
    note: dice.pick(clientNotes),
  };
};

const numbered = (name: string, index: number, names: number): string =>
  index < names ? name : `${name} ${Math.floor(index / names) + 1}`;

/** A language, Finnish most of the time. */
export const demoLanguage = (dice: Dice): string =>
  dice.pick(["fi", "fi", "fi", "fi", "fi", "fi", "fi", "sv", "en", "ru", "uk", "ar"]);
