import {
  type Accessor,
  createComponent,
  createContext,
  createMemo,
  createSignal,
  type JSX,
  useContext,
} from "solid-js";
import { texts as finnish, type Texts } from "./fi/all.ts";
import { type Formats, makeFormats } from "./format.ts";
import { type LocaleCode, parseLocaleCode } from "./language.ts";

/** Remembers one word from visit to visit. */
export type Memory = { read(): string | null; write(value: string): void };

/** The language of the program, and everything that follows it. */
export type Locale = {
  readonly locale: Accessor<LocaleCode>;
  readonly texts: Accessor<Texts>;
  readonly formats: Accessor<Formats>;
  /** Switches without reloading. `false`: the texts could not be loaded and the language stays. */
  setLocale(code: LocaleCode): Promise<boolean>;
  /** Settled when the first language is there; render then. Finnish comes with the program and is at once. */
  readonly ready: Promise<unknown>;
};

export type LocaleParts = {
  readonly memory: Memory;
  /** Language tags the person has set in the browser, dearest first: `navigator.languages`. */
  readonly wanted: readonly string[];
  /** The element whose `lang` follows. */
  readonly root: Pick<HTMLElement, "lang">;
};

const load: Readonly<Record<LocaleCode, () => Promise<Texts>>> = {
  fi: () => Promise.resolve(finnish),
  sv: async () => (await import("./sv/all.ts")).texts,
  en: async () => (await import("./en/all.ts")).texts,
};

/** Makes the locale: the remembered language, or the first wanted one the program has, or Finnish. */
export const createLocale = ({ memory, wanted, root }: LocaleParts): Locale => {
  const [current, setCurrent] = createSignal<{
    readonly code: LocaleCode;
    readonly texts: Texts;
  }>({ code: "fi", texts: finnish });
  const formats = createMemo(() => makeFormats(current().code));
  let latest = 0;

  const show = async (code: LocaleCode): Promise<boolean> => {
    latest += 1;
    const turn = latest;
    try {
      const texts = await load[code]();
      // A slower load of an earlier choice must not win over a later one.
      if (turn !== latest) return true;
      setCurrent({ code, texts });
      root.lang = code;
      return true;
    } catch {
      return false;
    }
  };

  root.lang = "fi";
  const first =
    parseLocaleCode(memory.read()) ??
    wanted.map(parseLocaleCode).find((code) => code !== null) ??
    "fi";
  return {
    locale: () => current().code,
    texts: () => current().texts,
    formats,
    async setLocale(code) {
      const shown = await show(code);
      if (shown) memory.write(code);
      return shown;
    },
    ready: first === "fi" ? Promise.resolve() : show(first),
  };
};

const LocaleContext = createContext<Locale>();

export const LocaleProvider = (props: {
  readonly locale: Locale;
  readonly children: JSX.Element;
}): JSX.Element =>
  createComponent(LocaleContext.Provider, {
    get value() {
      return props.locale;
    },
    get children() {
      return props.children;
    },
  });

export const useLocale = (): Locale => {
  const locale = useContext(LocaleContext);
  if (locale === undefined) throw new Error("a screen was shown without a language");
  return locale;
};
