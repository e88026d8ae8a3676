import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { HandOver } from "#features/parts/screen/file-hand-over.ts";
import { addMs, dayMs } from "#domain/instant.ts";
import { enrolTestDevice, makeProfile, testTeam, type TestDevice } from "../../support/device.ts";
import { makeTestClock, makeTestPlatform, type TestClock } from "../../support/platform.ts";
import { expectOk } from "../../support/result.ts";
import { addPackingStreams } from "../../support/ui/streams.ts";
import { openScreen } from "../../support/ui/screens.tsx";

const filePhrase = "kopion oma pitkä tunnuslause";

beforeAll(addPackingStreams);

let clock: TestClock;
let device: TestDevice;
beforeEach(async () => {
  clock = makeTestClock();
  device = await enrolTestDevice(1, makeProfile(1, makeTestPlatform(1, clock)));
});

const addClient = async ({ store }: TestDevice, name: string) => {
  const record = store.newRecordId();
  expectOk(
    await store.write([
      { verb: "new", record, kind: "client", home: testTeam, fields: { name, phone: "" } },
    ]),
  );
};

/** A phone that shares as `outcome` says, or only saves without one. */
const makeHands = (outcome: Awaited<ReturnType<HandOver["share"]>> | null = null) => {
  const shared: File[] = [];
  const saved: File[] = [];
  const handOver: HandOver = {
    canShare: () => outcome !== null,
    share: async (file) => {
      shared.push(file);
      return outcome ?? "refused";
    },
    save: (file) => saved.push(file),
  };
  return { shared, saved, handOver };
};

const open = (hands = makeHands(), of = device, path = "/backup") => {
  const opened = openScreen(path, of, undefined, undefined, hands.handOver);
  const make = async (phrase = filePhrase) => {
    await opened.user.type(screen.getByLabelText("Kopion tunnuslause"), phrase);
    await opened.user.click(screen.getByRole("button", { name: "Tee varmuuskopio" }));
  };
  return { ...opened, ...hands, make };
};

const bring = async (
  { user }: Pick<ReturnType<typeof open>, "user">,
  file: File,
  phrase = filePhrase,
) => {
  await user.upload(screen.getByLabelText("Varmuuskopiotiedosto"), file);
  await user.type(screen.getByLabelText("Tunnuslause, joka kopiolle annettiin"), phrase);
  await user.click(screen.getByRole("button", { name: "Tuo tiedot" }));
};

const fileOf = async (of: TestDevice) =>
  new File([expectOk(await of.store.backup.make(filePhrase)).bytes], "kopio.txt");

describe("making a backup", () => {
  it("says what will be in it and that none was taken yet", async () => {
    await addClient(device, "Veikko");
    expectOk(await device.store.drafts.save("booking", { who: "Kesken" }));
    expectOk(await device.store.drafts.save("booking.habit", { place: null }));
    open();
    const section = screen.getByRole("region", { name: "Kopion sisältö" });
    const facts = () => [...section.querySelectorAll("dd")].map(({ textContent }) => textContent);
    await waitFor(() => expect(facts()).toEqual(["1", "0", "1", "0"]));
    expect(within(section).getByText(/ei ole vielä otettu/)).toBeDefined();
  });

  it("saves a file that a fresh device of the same person opens, and remembers when", async () => {
    await addClient(device, "Veikko");
    const { make, saved } = open();
    await make();
    expect(await screen.findByText("Varmuuskopio on valmis")).toBeDefined();
    const [file] = saved;
    if (file === undefined) return expect.fail("a file was saved");
    expect(file.name).toBe("katve-varmuuskopio-2026-11-26.txt");
    expect(file.type).toBe("text/plain");
    expect(await screen.findByText("Viimeksi otettu 9.00.")).toBeDefined();
    const fresh = await enrolTestDevice(2, makeProfile(2), device.member);
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect(expectOk(await fresh.store.backup.restore(bytes, filePhrase)).saves).toBe(1);
  });

  it("shares it where the phone can", async () => {
    const { make, shared, saved } = open(makeHands("shared"));
    await make();
    expect(await screen.findByText("Varmuuskopio otettu.")).toBeDefined();
    expect([shared.length, saved.length]).toEqual([1, 0]);
    expect(device.store.backup.last()).toBe(clock.now());
  });

  it("does not count as taken what was not shared in the end, and can still be saved", async () => {
    const { make, saved, user } = open(makeHands("cancelled"));
    await make();
    await screen.findByText("Varmuuskopio on valmis");
    expect(device.store.backup.last()).toBeNull();
    await user.click(screen.getByRole("button", { name: "Tallenna tiedostoksi" }));
    await waitFor(() => expect(device.store.backup.last()).toBe(clock.now()));
    expect(saved).toHaveLength(1);
  });

  it("says when sharing did not work after it was pressed", async () => {
    const { make, user } = open(makeHands("refused"));
    await make();
    await screen.findByText("Varmuuskopio on valmis");
    expect(screen.queryByText(/Jakaminen ei onnistunut/)).toBeNull();
    await user.click(screen.getByRole("button", { name: "Jaa" }));
    expect(await screen.findByText(/Jakaminen ei onnistunut/)).toBeDefined();
  });

  it("asks for a passphrase that is not easy to try, and puts the cursor there", async () => {
    const { make, saved } = open();
    await make("lyhyt");
    expect(await screen.findByText(/vähintään 12 merkkiä/)).toBeDefined();
    expect(document.activeElement).toBe(screen.getByLabelText("Kopion tunnuslause"));
    expect(saved).toEqual([]);
  });
});

describe("bringing a backup in", () => {
  it("says what came, and then that nothing new did", async () => {
    await addClient(device, "Veikko");
    expectOk(await device.store.drafts.save("booking", { who: "Kesken" }));
    expectOk(await device.store.drafts.save("booking.habit", { place: null }));
    const file = await fileOf(device);
    const fresh = await enrolTestDevice(2, makeProfile(2), device.member);
    const opened = open(makeHands(), fresh);
    await bring(opened, file);
    expect(
      await screen.findByText("Kopiosta tuli 1 lähetettävä tallennus ja 1 keskeneräinen lomake."),
    ).toBeDefined();
    expect(screen.getByText("Kopio on tehty 9.00.")).toBeDefined();
    expect(fresh.store.ledger.unsentSaves()).toBe(1);
    await opened.user.type(
      screen.getByLabelText("Tunnuslause, joka kopiolle annettiin"),
      filePhrase,
    );
    await opened.user.click(screen.getByRole("button", { name: "Tuo tiedot" }));
    expect(await screen.findByText(/ei ollut mitään, mitä/)).toBeDefined();
    expect(fresh.store.ledger.unsentSaves()).toBe(1);
  });

  it("goes on with a booking that was left unfinished on the old device", async () => {
    const started = open();
    started.go("/book");
    await started.user.type(await screen.findByRole("combobox", { name: /Kenelle/ }), "Saima");
    started.go("/backup");
    const section = await screen.findByRole("region", { name: "Kopion sisältö" });
    const drafts = within(section).getByText("Keskeneräisiä lomakkeita").nextElementSibling;
    await waitFor(() => expect(drafts?.textContent).toBe("1"));
    const file = await fileOf(device);
    started.close();
    const fresh = await enrolTestDevice(2, makeProfile(2), device.member);
    const opened = open(makeHands(), fresh);
    await bring(opened, file);
    expect(await screen.findByText("Kopiosta tuli 1 keskeneräinen lomake.")).toBeDefined();
    opened.go("/book");
    const who = await screen.findByRole("combobox", { name: /Kenelle/ });
    expect(who).toHaveProperty("value", "Saima");
  });

  it("says that a draft stayed in the file while the same form is under way here", async () => {
    expectOk(await device.store.drafts.save("booking", { who: "Kesken" }));
    expectOk(await device.store.drafts.save("booking.habit", { place: null }));
    const file = await fileOf(device);
    const fresh = await enrolTestDevice(2, makeProfile(2), device.member);
    expectOk(await fresh.store.drafts.save("booking", { who: "Toinen" }));
    expectOk(await fresh.store.drafts.save("booking.habit", { place: "other" }));
    await bring(open(makeHands(), fresh), file);
    expect(await screen.findByText(/^Kopioon jäi keskeneräinen lomake/)).toBeDefined();
    expect(screen.queryByText(/ei ollut mitään, mitä/)).toBeNull();
  });

  it("asks for the file and the passphrase before anything else", async () => {
    const { user } = open();
    await user.click(screen.getByRole("button", { name: "Tuo tiedot" }));
    expect(await screen.findByText("Valitse ensin tiedosto.")).toBeDefined();
    expect(screen.getByText("Täytä tämä kohta.")).toBeDefined();
    expect(document.activeElement).toBe(screen.getByLabelText("Varmuuskopiotiedosto"));
  });

  it("says beside the passphrase that it is another one", async () => {
    const opened = open();
    await bring(opened, await fileOf(device), "jokin aivan muu lause");
    expect(await screen.findByText(/ei aukea tällä tunnuslauseella/)).toBeDefined();
    expect(document.activeElement).toBe(
      screen.getByLabelText("Tunnuslause, joka kopiolle annettiin"),
    );
  });

  it.each<[string, (file: File) => Promise<BlobPart>, RegExp]>([
    ["was cut", async (file) => (await file.text()).slice(0, 200), /vajaa tai muuttunut/],
    ["is something else", async () => "Hei!", /ei ole Katveen varmuuskopio/],
  ])("says so when the file %s", async (_what, change, sentence) => {
    const opened = open();
    await bring(opened, new File([await change(await fileOf(device))], "kopio.txt"));
    expect(await screen.findByText(sentence)).toBeDefined();
  });

  it("refuses another person's file", async () => {
    const other = await enrolTestDevice(3);
    const opened = open();
    await bring(opened, await fileOf(other));
    expect(await screen.findByText(/toisen henkilön/)).toBeDefined();
  });

  const primary = () => [...document.querySelectorAll('[data-kind="primary"]')];
  const bringButton = () => screen.getByRole("button", { name: "Tuo tiedot" });

  it("is where the focus goes, and what the page is for, for somebody who has just enrolled with a file", async () => {
    const { close } = open(undefined, undefined, "/backup#bring");
    await waitFor(() =>
      expect(document.activeElement).toBe(
        screen.getByRole("heading", { name: "Tuo tiedot varmuuskopiosta" }),
      ),
    );
    expect(primary()).toEqual([bringButton()]);
    close();
    open();
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 })),
    );
    expect(primary()).toEqual([screen.getByRole("button", { name: "Tee varmuuskopio" })]);
  });

  it("forgets a file that is chosen away", async () => {
    const { user } = open();
    const field = screen.getByLabelText<HTMLInputElement>("Varmuuskopiotiedosto");
    await user.upload(field, await fileOf(device));
    expect(screen.getByText("kopio.txt")).toBeDefined();
    fireEvent.change(field, { target: { files: [] } });
    expect(screen.getByText("Ei valittua tiedostoa")).toBeDefined();
  });
});

describe("the start page", () => {
  it("asks quietly for a backup once something has waited for a day, until one is taken", async () => {
    await addClient(device, "Veikko");
    const { go } = open();
    go("/");
    await screen.findByRole("heading", { level: 1, name: "Tänään" });
    expect(screen.queryByText(/odottanut yli vuorokauden/)).toBeNull();
    clock.set(addMs(clock.now(), dayMs + 1));
    await addClient(device, "Vilma");
    expect(await screen.findByText("1 tallennus on odottanut yli vuorokauden")).toBeDefined();
    const backup = expectOk(await device.store.backup.make(filePhrase));
    expectOk(await device.store.backup.noteTaken(backup));
    await waitFor(() => expect(screen.queryByText(/odottanut yli vuorokauden/)).toBeNull());
  });
});

describe("settings", () => {
  it("say when the last backup was taken, and lead to the next", async () => {
    const backup = expectOk(await device.store.backup.make(filePhrase));
    expectOk(await device.store.backup.noteTaken(backup));
    const { go } = open();
    go("/settings");
    const row = await screen.findByRole("link", { name: "Laitteen varmuuskopio" });
    expect(row.getAttribute("href")).toBe("/backup");
    expect(screen.getByText("Viimeksi otettu 9.00.")).toBeDefined();
  });
});
