import type { LocalDate } from "#domain/instant.ts";
import kainuu from "./kainuu.json" with { type: "json" };

/** What an area starts with: its names, its municipalities and its organisations. */
export type Network = {
  readonly area: { readonly fi: string; readonly sv: string; readonly en: string };
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  readonly organisations: readonly {
    readonly name: string;
    readonly kinds: readonly string[];
    readonly municipalities: readonly string[];
    readonly since?: LocalDate;
    readonly until?: LocalDate;
    readonly successor?: string;
  }[];
};

/** The network of Kainuu and Koillismaa. `kainuu.json` says where each part of it comes from. */
export const kainuuNetwork: Network = kainuu as Network;
