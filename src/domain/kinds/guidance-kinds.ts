import { guidanceCodes } from "./appointment-codes.ts";
import type { Area, GuidanceKind } from "./area.ts";

/**
 * The kinds of guidance that can be chosen for a new time: those of the area that are in use, or the program's own where
 * the area has written down none. In one order on every device: those that the program knows first, in its order.
 */
export const offeredGuidance = (guidance: Area["guidance"] | undefined): readonly string[] => {
  const own = Object.entries(guidance ?? {});
  const inUse = own.filter(([, { retired }]) => retired !== true).map(([code]) => code);
  if (inUse.length === 0) return guidanceCodes;
  const known = guidanceCodes.filter((code) => inUse.includes(code));
  const others = inUse.filter((code) => !guidanceCodes.some((one) => one === code));
  return [...known, ...others.sort()];
};

const nameMembers = { fi: "nameFi", sv: "nameSv", en: "nameEn" } as const;

/** A kind's name in a language of the program; in another where it has none in it. */
export const guidanceName = (kind: GuidanceKind, language: keyof typeof nameMembers): string =>
  kind[nameMembers[language]] || kind.nameFi || kind.nameSv || kind.nameEn;

const codeMaxLength = 40;

/**
 * A code for a new kind, made of its name: small letters, digits and hyphens, another one than those `taken` and than the
 * program's own, so that no time of before changes its meaning. It stays when the name changes.
 */
export const guidanceCode = (name: string, taken: Iterable<string>): string => {
  const used = new Set<string>([...taken, ...guidanceCodes]);
  const slug = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  const stem = slug.slice(0, codeMaxLength - 4).replace(/-+$/, "") || "kind";
  for (let turn = 1; ; turn += 1) {
    const code = turn === 1 ? stem : `${stem}-${turn}`;
    if (!used.has(code)) return code;
  }
};
