import type { Transaction } from "kysely";
import type { Chance } from "#domain/chance.ts";
import { bytesToBase64Url, type RecordId, type ScopeId } from "#domain/ids.ts";
import { organisationKind } from "#domain/kinds/organisation.ts";
import type { Op } from "#domain/op.ts";
import type { Membership } from "#domain/rights.ts";
import type { Schema } from "../database/schema.ts";
import { loadEntities } from "./entities.ts";

/**
 * The scopes that the edits may share records with: those of the organisations of the member's areas. An organisation gets
 * its scope the first time something is shared with it or somebody of it joins, so that what is addressed to it waits
 * there from then on.
 */
export const partnersFor = async (
  transaction: Transaction<Schema>,
  ops: readonly Op[],
  membership: Membership,
  chance: Chance,
): Promise<ReadonlySet<ScopeId>> => {
  const asked = ops.flatMap((op) => (op.verb === "share" ? [op.scope as string as RecordId] : []));
  const found = await loadEntities(transaction, asked);
  const partners = new Set<ScopeId>();
  for (const { id, kind, home, deleted } of found.values()) {
    const isOfArea = membership.scopes.get(home)?.kind === "area";
    if (kind !== organisationKind.name || deleted || !isOfArea) continue;
    partners.add(await makePartner(transaction, id, home, chance));
  }
  return partners;
};

/** The scope of an organisation, made if it is not there yet. */
export const makePartner = async (
  transaction: Transaction<Schema>,
  organisation: RecordId,
  area: ScopeId,
  chance: Chance,
): Promise<ScopeId> => {
  const id = organisation as string as ScopeId;
  await transaction
    .insertInto("scope")
    .values({ id, kind: "partner", area_id: area, epoch: bytesToBase64Url(chance.bytes(6)) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return id;
};
