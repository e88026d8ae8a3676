import type { MemberId, RecordId } from "#domain/ids.ts";

/** Whose times are looked at: an adviser's, those at a place, or the whole team's. */
export type Subject =
  | { readonly kind: "adviser"; readonly adviser: MemberId }
  | { readonly kind: "place"; readonly place: RecordId }
  | { readonly kind: "team" };

/** The subject as an address and the device's memory have it. */
export const subjectCode = (subject: Subject): string => {
  switch (subject.kind) {
    case "adviser":
      return `adviser.${subject.adviser}`;
    case "place":
      return `place.${subject.place}`;
    case "team":
      return "team";
    default:
      return subject satisfies never;
  }
};

/** Reads a {@link subjectCode}; `null` for anything else. */
export const parseSubject = (code: string): Subject | null => {
  if (code === "team") return { kind: "team" };
  const [, kind, id] = /^(adviser|place)\.([\w-]+)$/.exec(code) ?? [];
  if (kind === undefined || id === undefined) return null;
  return kind === "adviser"
    ? { kind, adviser: id as MemberId }
    : { kind: "place", place: id as RecordId };
};
