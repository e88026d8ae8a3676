import { type Accessor, createMemo } from "solid-js";
import { areaKind, type Municipality } from "#domain/kinds/area.ts";
import { createRecords } from "#features/environment.tsx";

/** The municipalities of the member's areas, and the name of each by its code. */
export const createMunicipalities = (): {
  readonly all: Accessor<readonly Municipality[]>;
  readonly nameOf: (code: string) => string;
} => {
  const areas = createRecords(areaKind);
  const all = createMemo(() =>
    [...areas().values()].flatMap(({ values }) => values.municipalities),
  );
  return {
    all,
    nameOf: (code) => all().find((one) => one.code === code)?.name ?? code,
  };
};
