import type { Network } from "#endpoint/starter/network.ts";

/** A made-up area, small enough to be looked at as a whole. */
export const smallNetwork: Network = {
  area: { fi: "Koeseutu", sv: "Provnejden", en: "Trial area" },
  municipalities: [
    { code: "001", name: "Alakylä" },
    { code: "002", name: "Yläkylä" },
  ],
  organisations: [
    { name: "Koepaja ry", kinds: ["workshop"], municipalities: ["001", "002"] },
    { name: "Koeyhdistys ry", kinds: ["association"], municipalities: [] },
  ],
};
