import type { StatusCode } from "#domain/kinds/appointment-codes.ts";
import { makePlural } from "../plural.ts";

const plural = makePlural("fi");

const actions: Record<StatusCode, string> = {
  booked: "Palauta sovituksi",
  arrived: "Saapui",
  "no-show": "Ei tullut",
  done: "Pidetty",
  cancelled: "Peru aika",
};

/** What became of a time, and what may be made of it. */
export const states = {
  title: "Miten aika toteutui",
  actions,
  cameLate: "Tuli sittenkin",
  said: {
    booked: (who: string) => `Palautettu sovituksi: ${who}`,
    arrived: (who: string) => `Saapui: ${who}`,
    "no-show": (who: string) => `Ei tullut: ${who}`,
    done: (who: string) => `Merkitty pidetyksi: ${who}`,
    cancelled: (who: string) => `Aika peruttu: ${who}`,
  } satisfies Record<StatusCode, (who: string) => string>,
  undone: (who: string) => `Merkintä kumottu: ${who}`,
  lines: {
    arrived: "Asiakas on saapunut.",
    "no-show": "Asiakas ei tullut.",
    done: "Tapaaminen on pidetty.",
  },
  cancelTitle: "Peru aika",
  cancelText: "Aika vapautuu muille. Perumisen voi kumota.",
  whoCancelled: "Kuka perui",
  why: "Syy",
  whyHint: "Vain ohjauksen kannalta tarpeellinen. Ei henkilötunnusta.",
  confirmCancel: "Peru aika",
  keep: "Älä peru",
  cancelledBy: (who: string, why: string) =>
    why === "" ? `Peruja: ${who}.` : `Peruja: ${who}. Syy: ${why}`,
  movedFrom: (day: string, time: string) => `siirretty, oli ${day} klo ${time}`,
  movedLine: (day: string, time: string) => `Siirretty. Aika oli ${day} klo ${time}.`,
  asked: (day: string, days: number) =>
    plural(days, {
      one: `Pyydetty ${day}, odotus 1 päivä.`,
      other:
        days === 0 ? `Pyydetty ${day}, ei odotusta.` : `Pyydetty ${day}, odotus ${days} päivää.`,
    }),
};
