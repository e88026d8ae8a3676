import {
  type Accessor,
  createComponent,
  createContext,
  createMemo,
  createSignal,
  type JSX,
  useContext,
} from "solid-js";
import type { Texts } from "./fi/all.ts";
import type { PageTexts } from "./fi/pages.ts";
import { start as finnish, type StartTexts } from "./fi/start.ts";
import { type Formats, makeFormats } from "./format.ts";
import { type LocaleCode, parseLocaleCode } from "./language.ts";

/** Remembers one word from visit to visit. */
export type Memory = { read(): string | null; write(value: string): void };

/** The language of the program, and everything that follows it. */
export type Locale = {
  readonly locale: Accessor<LocaleCode>;
  /** What is said until somebody leaves the start page. */
  readonly texts: Accessor<StartTexts>;
  /** The same with what the pages behind it say; `null` until {@link loadPages} has brought that. */
  readonly whole: Accessor<Texts | null>;
  readonly formats: Accessor<Formats>;
  /** Switches without reloading. `false`: the texts could not be loaded and the language stays. */
  setLocale(code: LocaleCode): Promise<boolean>;
  /** Brings the texts of the pages, once; every language that is chosen afterwards comes with its own. Fails as an import does. */
  loadPages(): Promise<void>;
  /** Settled when the first language is there; render then. Finnish comes with the program and is at once. */
  readonly ready: Promise<unknown>;
};

/** The same where all that the program says is there. */
type WholeLocale = Omit<Locale, "texts"> & { readonly texts: Accessor<Texts> };

export type LocaleParts = {
  readonly memory: Memory;
  /** Language tags the person has set in the browser, dearest first: `navigator.languages`. */
  readonly wanted: readonly string[];
  /** The element whose `lang` follows. */
  readonly root: Pick<HTMLElement, "lang">;
  /** The Finnish texts of the pages, where they are there already. */
  readonly pages?: PageTexts;
};

const loadStart: Readonly<Record<LocaleCode, () => Promise<StartTexts>>> = {
  fi: () => Promise.resolve(finnish),
  sv: async () => (await import("./sv/start.ts")).start,
  en: async () => (await import("./en/start.ts")).start,
};

const loadPagesOf: Readonly<Record<LocaleCode, () => Promise<PageTexts>>> = {
  fi: async () => (await import("./fi/pages.ts")).pages,
  sv: async () => (await import("./sv/pages.ts")).pages,
  en: async () => (await import("./en/pages.ts")).pages,
};

/** Makes the locale: the remembered language, or the first wanted one the program has, or Finnish. */
export const createLocale = ({ memory, wanted, root, pages: given }: LocaleParts): Locale => {
  const [current, setCurrent] = createSignal<{
    readonly code: LocaleCode;
    readonly start: StartTexts;
    readonly pages: PageTexts | null;
  }>({ code: "fi", start: finnish, pages: given ?? null });
  const whole = createMemo((): Texts | null => {
    const { start, pages } = current();
    return pages && { ...start, ...pages };
  });
  let isWhole = given !== undefined;
  const formats = createMemo(() => makeFormats(current().code));
  let latest = 0;

  const show = async (code: LocaleCode): Promise<boolean> => {
    latest += 1;
    const turn = latest;
    try {
      const [start, pages] = await Promise.all([
        loadStart[code](),
        isWhole ? loadPagesOf[code]() : null,
      ]);
      // A slower load of an earlier choice must not win over a later one.
      if (turn !== latest) return true;
      // The pages may have been asked for meanwhile.
      setCurrent({ code, start, pages: pages ?? (isWhole ? await loadPagesOf[code]() : null) });
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
    texts: () => whole() ?? current().start,
    whole,
    formats,
    async setLocale(code) {
      const shown = await show(code);
      if (shown) memory.write(code);
      return shown;
    },
    async loadPages() {
      isWhole = true;
      // A language may be chosen while another one's texts are on their way.
      while (current().pages === null) {
        const { code } = current();
        const pages = await loadPagesOf[code]();
        setCurrent((now) => (now.code === code ? { ...now, pages } : now));
      }
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

/** The language on the start page and before it, where the texts of the pages may not be there yet. */
export const useStartLocale = (): Locale => {
  const locale = useContext(LocaleContext);
  if (locale === undefined) throw new Error("a screen was shown without a language");
  return locale;
};

/** The language on every page behind the start page. */
export const useLocale = (): WholeLocale => {
  const locale = useStartLocale();
  const texts = () => {
    const whole = locale.whole();
    if (whole === null) throw new Error("a page was shown before its texts were there");
    return whole;
  };
  return { ...locale, texts };
};
