import { unbroken } from "../era.ts";
import { ownMember } from "../json.ts";
import type { ShareOp } from "../op.ts";
import { sawPresent, wasSeenByPresent } from "./causality.ts";
import type { Entity } from "./entity.ts";
import { type Applied, type ApplyContext, nextVersion, standing, stampOf } from "./standing.ts";

/**
 * The scopes that see a record after it was shared or taken back. The last word counts, whoever had seen what: taking
 * back has to work at once, and a share that came in between can be made again.
 */
export const sharesAfter = (shares: Entity["shares"], op: ShareOp): Entity["shares"] => {
  const others = shares.filter((scope) => scope !== op.scope);
  return op.verb === "share" ? [...others, op.scope] : others;
};

/** Under this name a scope's last word is stamped beside the fields, none of which has a space in its name. */
const stampName = ({ scope }: ShareOp): string => `share ${scope}`;

/**
 * Shares a record or takes it back. After a restoration of the endpoint's data words come back in any order: one that
 * was followed by another stays behind it, and a share never undoes a taking back that its author had not seen.
 */
export const applyShare = (entity: Entity, op: ShareOp, context: ApplyContext): Applied => {
  const { lineage = unbroken, author } = context;
  const next = { ...nextVersion(entity), shares: sharesAfter(entity.shares, op) };
  if (lineage.size === 1) return standing(next);
  const name = stampName(op);
  const stamp = ownMember(entity.stamps, name);
  const isTakenBack = stamp !== undefined && !entity.shares.includes(op.scope);
  const isLate =
    op.was !== undefined &&
    op.verb === "share" &&
    isTakenBack &&
    !sawPresent(stamp, op.seen, author, lineage);
  if (isLate || wasSeenByPresent(stamp, op)) return standing(nextVersion(entity));
  return standing({
    ...next,
    stamps: { ...next.stamps, [name]: stampOf(entity, op, name, context) },
  });
};
