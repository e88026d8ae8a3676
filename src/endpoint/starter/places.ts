import type { Chance } from "#domain/chance.ts";
import { makeRecordId, type ScopeId } from "#domain/ids.ts";
import { organisationKind } from "#domain/kinds/organisation.ts";
import { placeKind } from "#domain/kinds/place.ts";
import type { Entity } from "#domain/merge/entity.ts";
import { readRecord } from "#domain/record.ts";
import { newEntity } from "../records/make.ts";
import type { Network } from "./network.ts";

/**
 * The places an area starts with: each workshop of the network in each municipality it serves, and each municipality by
 * its name alone, for a room that nobody has written down yet. Nothing is made up about any of them.
 */
export const placesOf = (
  { municipalities }: Network,
  organisations: readonly Entity[],
  area: ScopeId,
  chance: Chance,
): Entity[] => {
  const nameOf = new Map(municipalities.map(({ code, name }) => [code, name]));
  const place = (name: string, municipality: string, organisation: Entity | null) =>
    newEntity(placeKind, makeRecordId(chance), area, {
      name,
      municipality,
      organisation: organisation?.id ?? null,
    });
  const workshops = organisations.flatMap((organisation) => {
    const {
      name,
      kinds,
      municipalities: served,
    } = readRecord(organisationKind, organisation).values;
    if (!kinds.includes("workshop")) return [];
    return served.map((code) => {
      const where = served.length > 1 ? `, ${nameOf.get(code) ?? code}` : "";
      return place(`${name}${where}`, code, organisation);
    });
  });
  return [...workshops, ...municipalities.map(({ code, name }) => place(name, code, null))];
};
