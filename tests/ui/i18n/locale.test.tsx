import { render, screen } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { texts as english } from "#i18n/en/all.ts";
import { texts as finnish } from "#i18n/fi/all.ts";
import { pages as finnishPages } from "#i18n/fi/pages.ts";
import { createLocale, LocaleProvider, useLocale, useStartLocale } from "#i18n/locale.ts";
import { texts as swedish } from "#i18n/sv/all.ts";
import { failureCodes } from "../../support/ui/failure-codes.ts";
import { makeTestMemory } from "../../support/ui/screens.tsx";

const Title = () => {
  const { texts } = useStartLocale();
  return <h1>{texts().today.title}</h1>;
};

const PageTitle = () => {
  const { texts } = useLocale();
  return <h2>{texts().finder.title}</h2>;
};

describe("the language of the program", () => {
  it("is the remembered one before the wanted ones, and Finnish for everybody else", async () => {
    const root = { lang: "" };
    const start = async (remembered: string | null, wanted: readonly string[]) => {
      const locale = createLocale({ memory: makeTestMemory(remembered), wanted, root });
      await locale.ready;
      return [locale.locale(), root.lang];
    };
    expect(await start("en", ["sv-FI"])).toEqual(["en", "en"]);
    expect(await start(null, ["se-FI", "sv-FI", "fi"])).toEqual(["sv", "sv"]);
    expect(await start("klingon", ["de"])).toEqual(["fi", "fi"]);
  });

  it("switches without loading the page again and is remembered", async () => {
    const memory = makeTestMemory();
    const locale = createLocale({ memory, wanted: ["fi"], root: document.documentElement });
    render(() => (
      <LocaleProvider locale={locale}>
        <Title />
      </LocaleProvider>
    ));
    expect(screen.getByRole("heading", { name: "Tänään" })).toBeDefined();
    expect(await locale.setLocale("sv")).toBe(true);
    expect(screen.getByRole("heading", { name: "I dag" })).toBeDefined();
    expect(document.documentElement.lang).toBe("sv");
    expect(memory.read()).toBe("sv");
  });

  it("ends with the last choice when two come close together", async () => {
    const locale = createLocale({ memory: makeTestMemory(), wanted: [], root: { lang: "" } });
    await Promise.all([locale.setLocale("sv"), locale.setLocale("fi")]);
    expect(locale.locale()).toBe("fi");
    expect(locale.texts().today.title).toBe("Tänään");
  });
});

describe("the texts of the pages", () => {
  const memory = () => makeTestMemory();

  it("come when they are asked for, in the language that is shown by then", async () => {
    const locale = createLocale({ memory: memory(), wanted: [], root: { lang: "" } });
    expect(locale.whole()).toBeNull();
    await Promise.all([locale.loadPages(), locale.setLocale("sv")]);
    expect(locale.whole()?.finder.title).toBe(swedish.finder.title);
    expect(locale.texts().today.title).toBe(swedish.today.title);
    await locale.setLocale("en");
    expect(locale.whole()).toEqual(english);
  });

  it("are not fetched with a language before a page needs them", async () => {
    const locale = createLocale({ memory: memory(), wanted: ["sv"], root: { lang: "" } });
    await locale.ready;
    expect(locale.whole()).toBeNull();
    await locale.loadPages();
    expect(locale.whole()).toEqual(swedish);
  });

  it("are missed at once by a page that is shown without them", () => {
    const locale = createLocale({ memory: memory(), wanted: [], root: { lang: "" } });
    const show = (given: typeof locale) =>
      render(() => (
        <LocaleProvider locale={given}>
          <PageTitle />
        </LocaleProvider>
      ));
    expect(() => show(locale)).toThrow(/before its texts were there/);
    show(createLocale({ memory: memory(), wanted: [], root: { lang: "" }, pages: finnishPages }));
    expect(screen.getByRole("heading", { name: finnish.finder.title })).toBeDefined();
  });
});

describe("every language", () => {
  it.each([
    ["Finnish", finnish],
    ["Swedish", swedish],
    ["English", english],
  ])("has a sentence for every failure: %s", (_name, texts) => {
    for (const code of failureCodes) expect(texts.failures[code]).toMatch(/^\p{Lu}.+[.!?]$/u);
  });

  it("has no text left in another language", () => {
    const same = sameTexts(finnish, swedish).filter((text) => /\p{L}{5,}/u.test(text));
    expect(same).toEqual([]);
    expect(sameTexts(swedish, english).filter((text) => /\p{L}{5,}/u.test(text))).toEqual([]);
  });
});

/** Names and words that are the same on purpose. */
const shared = new Set(["Katve", "somali", "Service"]);

const sameTexts = (one: object, other: object): string[] =>
  Object.entries(one).flatMap(([key, value]: [string, unknown]): string[] => {
    const twin = (other as Record<string, unknown>)[key];
    if (typeof value === "string") return value === twin && !shared.has(value) ? [value] : [];
    if (typeof value !== "object" || value === null) return [];
    return sameTexts(value, twin as object);
  });
