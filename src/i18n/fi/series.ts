import { makePlural } from "../plural.ts";

const plural = makePlural("fi");

/** Times that repeat. */
export const series = {
  repeats: "Toistuu",
  choices: { never: "Ei toistu", day: "Päivittäin", week: "Viikoittain", month: "Kuukausittain" },
  howOften: "Kuinka usein",
  every: {
    day: (count: number) => (count === 1 ? "Joka päivä" : `Joka ${count}. päivä`),
    week: (count: number) => (count === 1 ? "Joka viikko" : `Joka ${count}. viikko`),
    month: (count: number) => (count === 1 ? "Joka kuukausi" : `Joka ${count}. kuukausi`),
  },
  weekdays: "Viikonpäivät",
  monthly: "Minä päivänä",
  monthDay: (day: number) => `${day}. päivä`,
  nthOf: (nth: number, weekday: string) => `${nth}. ${weekday}`,
  lastOf: (weekday: string) => `viimeinen ${weekday}`,
  ends: "Päättyy",
  endings: { count: "Määrän jälkeen", until: "Päivänä" },
  count: "Montako aikaa",
  countWrong: "Kirjoita luku 1–104.",
  until: "Viimeinen päivä",
  preview: "Varattavat ajat",
  summary: (count: number, left: number) => {
    const booked = plural(count, { one: "Varataan 1 aika", other: `Varataan ${count} aikaa` });
    const out = plural(left, {
      one: "1 jää pois, ellet valitse sitä",
      other: `${left} jää pois, ellet valitse niitä`,
    });
    return left === 0 ? `${booked}.` : `${booked}, ${out}.`;
  },
  clash: (who: string, span: string) => `Päällekkäin: ${who} ${span}`,
  roomTaken: (who: string, span: string) => `Huone varattu: ${who} ${span}`,
  elsewhere: (place: string) => `Työajan paikka on silloin ${place}`,
  showAll: (count: number) => `Näytä kaikki ${count}`,
  none: "Valitse ainakin yksi aika.",
  book: (count: number) => plural(count, { one: "Varaa 1 aika", other: `Varaa ${count} aikaa` }),
  booked: (count: number, day: string, time: string) =>
    plural(count, {
      one: `1 aika varattu, ${day} klo ${time}`,
      other: `${count} aikaa varattu, ensimmäinen ${day} klo ${time}`,
    }),
  section: "Toistuva aika",
  place: (nth: number, of: number) => `Saman sarjan aika ${nth}/${of}.`,
  following: (count: number) =>
    plural(count, {
      one: "Tämän jälkeen on 1 varattu aika.",
      other: `Tämän jälkeen on ${count} varattua aikaa.`,
    }),
  noneFollow: "Tämän jälkeen ei ole varattuja aikoja.",
  next: (day: string, time: string) => `Seuraava ${day} klo ${time}`,
  scope: "Mitä muutos koskee?",
  backToForm: "Takaisin lomakkeeseen",
  scopes: {
    this: "Vain tätä aikaa",
    following: (count: number) =>
      plural(count, { one: "Tätä ja 1 seuraavaa", other: `Tätä ja ${count} seuraavaa` }),
    fitting: (count: number) =>
      plural(count, {
        one: "Tätä ja 1 seuraavaa, joka sopii",
        other: `Tätä ja ${count} seuraavaa, jotka sopivat`,
      }),
  },
  met: (count: number, of: number) =>
    plural(count, {
      one: `Yksi seuraavista ajoista (${of}) osuu jonkin muun päälle`,
      other: `${count} seuraavista ajoista (${of}) osuu jonkin muun päälle`,
    }),
  metHint: (count: number) =>
    plural(count, {
      one: "Voit muuttaa senkin tai jättää sen paikalleen.",
      other: "Voit muuttaa nekin tai jättää ne paikalleen.",
    }),
  onSeries: {
    going: "Osuu saman sarjan toiseen aikaan",
    staying: "Osuisi aikaan, joka jää paikalleen",
  },
  scopeHint:
    "Seuraavat ajat muuttuvat samalla tavalla. Jos jotakin niistä on jo muutettu erikseen, se muutos säilyy. Menneet ajat eivät muutu.",
  changedToo: (count: number) =>
    plural(count, {
      one: "Muutettu myös 1 seuraava aika.",
      other: `Muutettu myös ${count} seuraavaa aikaa.`,
    }),
  changedBack: "Kaikki nämä ajat ovat taas ennallaan.",
  restBack: "Muutos kumottu muilta osin. Sen jälkeen muutettu jäi voimaan.",
  changedSince: "Aikoja on muutettu sen jälkeen, joten muutosta ei kumottu.",
  cancelFollowing: "Peru tämä ja seuraavat",
  cancelTitle: (count: number) => `Perutaanko ${count} aikaa?`,
  cancelText: "Menneet ja jo perutut ajat eivät muutu. Voit kumota perumisen heti.",
  cancelled: (count: number) =>
    plural(count, { one: "1 aika peruttu.", other: `${count} aikaa peruttu.` }),
  broughtBack: "Ajat ovat taas voimassa.",
};
