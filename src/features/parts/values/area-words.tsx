import { createMemo, createSignal, type JSX, onCleanup } from "solid-js";
import { isSameJson } from "#domain/json.ts";
import { type Area, areaKind } from "#domain/kinds/area.ts";
import { guidanceName } from "#domain/kinds/guidance-kinds.ts";
import type { StartTexts } from "#i18n/fi/start.ts";
import type { LocaleCode } from "#i18n/language.ts";
import { LocaleProvider, useStartLocale } from "#i18n/locale.ts";
import type { Ledger } from "#store/ledger.ts";

/** The screens inside speak of the area's own kinds of guidance by the names that the area gives them, following every change. */
export const AreaWords = (props: { readonly ledger: Ledger; readonly children: JSX.Element }) => {
  const locale = useStartLocale();
  // oxlint-disable-next-line solid/reactivity -- a vault's ledger is not exchanged for another while its screens live
  const { ledger } = props;
  const read = (): Area["guidance"] =>
    Object.assign({}, ...[...ledger.all(areaKind).values()].map(({ values }) => values.guidance));
  const [guidance, setGuidance] = createSignal(read(), { equals: isSameJson });
  onCleanup(
    ledger.subscribe((kinds) => {
      if (kinds.has(areaKind.name)) setGuidance(read);
    }),
  );
  const texts = createMemo(() => withGuidance(locale.texts(), guidance(), locale.locale()));
  const whole = createMemo(() => {
    const all = locale.whole();
    return all && withGuidance(all, guidance(), locale.locale());
  });
  return <LocaleProvider locale={{ ...locale, texts, whole }}>{props.children}</LocaleProvider>;
};

const withGuidance = <T extends StartTexts>(
  texts: T,
  kinds: Area["guidance"],
  language: LocaleCode,
): T => {
  const names = Object.entries(kinds).map(([code, kind]) => [code, guidanceName(kind, language)]);
  if (names.length === 0) return texts;
  const guidance = { ...texts.words.guidance, ...Object.fromEntries(names) };
  return { ...texts, words: { ...texts.words, guidance } };
};
