import type { Texts } from "../fi/all.ts";
import { makePlural } from "../plural.ts";

const plural = makePlural("sv");
const ordinal = (count: number): string => `${count}:${count === 1 || count === 2 ? "a" : "e"}`;

export const series: Texts["series"] = {
  repeats: "Upprepas",
  choices: { never: "Upprepas inte", day: "Dagligen", week: "Varje vecka", month: "Varje månad" },
  howOften: "Hur ofta",
  every: {
    day: (count) => (count === 1 ? "Varje dag" : `Var ${ordinal(count)} dag`),
    week: (count) => (count === 1 ? "Varje vecka" : `Var ${ordinal(count)} vecka`),
    month: (count) => (count === 1 ? "Varje månad" : `Var ${ordinal(count)} månad`),
  },
  weekdays: "Veckodagar",
  monthly: "Vilken dag",
  monthDay: (day) => `dag ${day}`,
  nthOf: (nth, weekday) => `${ordinal(nth)} ${weekday}en`,
  lastOf: (weekday) => `sista ${weekday}en`,
  ends: "Slutar",
  endings: { count: "Efter ett antal", until: "På en dag" },
  count: "Hur många tider",
  countWrong: "Skriv ett tal 1–104.",
  until: "Sista dagen",
  preview: "Tider som bokas",
  summary: (count, left) => {
    const booked = plural(count, { one: "1 tid bokas", other: `${count} tider bokas` });
    const out = plural(left, {
      one: "1 lämnas bort om du inte väljer den",
      other: `${left} lämnas bort om du inte väljer dem`,
    });
    return left === 0 ? `${booked}.` : `${booked}, ${out}.`;
  },
  clash: (who, span) => `Överlappar: ${who} ${span}`,
  roomTaken: (who, span) => `Rummet är bokat: ${who} ${span}`,
  elsewhere: (place) => `Arbetstidens plats är då ${place}`,
  showAll: (count) => `Visa alla ${count}`,
  none: "Välj åtminstone en tid.",
  book: (count) => plural(count, { one: "Boka 1 tid", other: `Boka ${count} tider` }),
  booked: (count, day, time) =>
    plural(count, {
      one: `1 tid bokad, ${day} kl. ${time}`,
      other: `${count} tider bokade, den första ${day} kl. ${time}`,
    }),
  section: "Tid som upprepas",
  place: (nth, of) => `Tid ${nth} av ${of} i samma serie.`,
  following: (count) =>
    plural(count, {
      one: "Efter den finns 1 bokad tid.",
      other: `Efter den finns ${count} bokade tider.`,
    }),
  noneFollow: "Efter den finns inga bokade tider.",
  next: (day, time) => `Nästa ${day} kl. ${time}`,
  scope: "Vad gäller ändringen?",
  backToForm: "Tillbaka till formuläret",
  scopes: {
    this: "Bara den här tiden",
    following: (count) => `Den här och ${count} följande`,
    fitting: (count) =>
      plural(count, {
        one: "Den här och 1 följande som passar",
        other: `Den här och ${count} följande som passar`,
      }),
  },
  met: (count, of) =>
    plural(count, {
      one: `1 av de följande (${of}) krockar med något`,
      other: `${count} av de följande (${of}) krockar med något`,
    }),
  metHint: (count) =>
    plural(count, {
      one: "Du kan ändra också den eller låta den vara där den är.",
      other: "Du kan ändra också dem eller låta dem vara där de är.",
    }),
  onSeries: {
    going: "Krockar med en annan tid i serien",
    staying: "Skulle krocka med en tid som blir kvar",
  },
  scopeHint:
    "De följande tiderna ändras på samma sätt. Det som redan har ändrats för sig i någon av dem blir kvar. Tider som varit ändras inte.",
  changedToo: (count) =>
    plural(count, {
      one: "Också 1 följande tid ändrades.",
      other: `Också ${count} följande tider ändrades.`,
    }),
  changedBack: "Alla de här tiderna är igen som förut.",
  restBack: "Ändringen ångrades i övrigt. Det som har ändrats sedan dess gäller fortfarande.",
  changedSince: "Tiderna har ändrats sedan dess, så ändringen ångrades inte.",
  cancelFollowing: "Ställ in den här och de följande",
  cancelTitle: (count) => `Ska ${count} tider ställas in?`,
  cancelText: "Tider som varit och redan inställda ändras inte. Du kan ångra genast.",
  cancelled: (count) =>
    plural(count, { one: "1 tid ställdes in.", other: `${count} tider ställdes in.` }),
  broughtBack: "Tiderna gäller igen.",
};
