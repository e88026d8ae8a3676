import { type Area, type GuidanceKind } from "#domain/kinds/area.ts";
import { guidanceCodes } from "#domain/kinds/appointment-codes.ts";
import { guidanceWords } from "#i18n/guidance-words.ts";
import type { ItemChange } from "./item-changes.ts";

/** The kinds of an area by their codes: its own, or the program's with their names in every language. */
export const kindsOfArea = (own: Area["guidance"]): Area["guidance"] =>
  Object.keys(own).length > 0 ? own : programKinds();

const programKinds = (): Area["guidance"] =>
  Object.fromEntries(
    guidanceCodes.map((code) => [
      code,
      {
        nameFi: guidanceWords.fi[code],
        nameSv: guidanceWords.sv[code],
        nameEn: guidanceWords.en[code],
      },
    ]),
  );

/**
 * Writes one kind. The first that an area writes brings the program's others along: a list of one would take four out of use
 * that nobody meant to lose.
 */
export const kindChanges = (
  own: Area["guidance"],
  code: string,
  kind: GuidanceKind,
): ItemChange[] => {
  const kinds = Object.keys(own).length > 0 ? {} : programKinds();
  return Object.entries({ ...kinds, [code]: kind }).map(([item, value]) => ({
    path: `guidance.${item}`,
    value,
  }));
};
