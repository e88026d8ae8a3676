import type { ScopeId } from "#domain/ids.ts";
import { toInstant } from "#domain/instant.ts";
import { scopesWord } from "#protocol/scopes-word.ts";
import type { Cast } from "./scenario-1.ts";
import type { Stage } from "./stage.ts";

/** Plays what version 2 added: counting, ticking, items and notes, sharing, and scopes of persons and partners. */
export const playVersion2 = async (stage: Stage, cast: Cast): Promise<void> => {
  await playItems(stage, cast);
  await playSharing(stage, cast);
  await playOwnScope(stage, cast);
  await playEarlier(stage, cast);
  stage.tell("fetches what is left after all that");
  for (const device of [cast.boss, cast.one, cast.two]) await device.sync();
  await playThrift(stage, cast);
  await playRegistration(stage, cast);
};

const playRegistration = async (stage: Stage, { one, two }: Cast): Promise<void> => {
  stage.tell(
    "has a member's vault, is not known, and registers with codes for others and for the member",
  );
  const lost = await stage.newcomer("lost");
  await lost.signIn();
  await lost.enrol(await stage.code(), "Koe one", one.member);
  await lost.enrol(await stage.code({ member: two.member }), "Koe one", one.member);
  await lost.enrol(await stage.code({ member: one.member }), "Koe one", one.member);
  await lost.sync();
  stage.tell("registers once more, though it is known by now");
  await lost.enrol(await stage.code({ member: one.member }), "Koe one", one.member);
};

const playThrift = async ({ tell }: Stage, { two }: Cast): Promise<void> => {
  tell("says only what is not usual, and is told only what it does not know");
  const { header, cursors } = await two.sync({ cur: {} });
  const { p, dev, now } = two.request();
  const sc = scopesWord(
    Object.keys(cursors).flatMap((id) => {
      const [kind, role] = header.scopes[id] ?? [];
      return kind === undefined || role === undefined ? [] : [{ kind, role }];
    }),
  );
  await two.post("/sync", { p, dev, now, cur: cursors, sc });
  tell("takes its scopes for others than they are");
  await two.post("/sync", { p, dev, now, cur: cursors, sc: sc.replaceAll("a", "c") });
};

const playItems = async ({ tell, edits, endpoint }: Stage, { one, two }: Cast): Promise<void> => {
  tell("makes an event and counts, on two devices");
  const event = edits.create("event", { title: "Messut", status: "planned" }, endpoint.area);
  const { record } = event;
  await one.push(event, edits.inc(record, "counts.work", 3), edits.inc(record, "counts.work", -1));
  await two.push(edits.inc(record, "counts.work", 5), edits.inc(record, "counts.study", 1));
  tell("ticks what the other unticks");
  const item = { text: "Pöydät", phase: "before", done: false, by: null, at: null };
  const ver = (await one.push(edits.set(record, 5, "checklist.b7", item))).header.echo[0]?.ver;
  const seen = ver ?? 0;
  const done = { ...item, done: true, by: two.member, at: endpoint.clock.now() };
  await two.push(edits.set(record, seen, "checklist.b7", done));
  await one.push(edits.set(record, seen, "checklist.b7", { ...item, text: "Pöydät ja tuolit" }));
  tell("removes an item that the other has changed, and one that nobody has");
  await one.push(
    edits.set(record, seen, "crew.c1", { member: one.member, role: "lead" }),
    edits.set(record, seen, "crew.c2", { member: two.member, role: "help" }),
  );
  const { ver: now = 0 } = (await two.sync({ cur: {} })).records.get(record) ?? {};
  await two.push(edits.set(record, now, "crew.c1", { member: one.member, role: "driver" }));
  await one.push(edits.rem(record, now, "crew.c1"), edits.rem(record, now, "crew.c2"));
  tell("counts by what is no number of contacts, and names no item");
  await one.push(edits.inc(record, "counts.work", 2_000_000_000), edits.inc(record, "title", 1));
  tell("counts what it wrote when it had last heard the endpoint long ago");
  await one.push({ ...edits.inc(record, "counts.work", 1), endpointAt: toInstant(1) });
};

const playSharing = async (stage: Stage, { boss, one }: Cast): Promise<void> => {
  const { tell, edits, endpoint } = stage;
  tell("makes an organisation, and shares a referral with it");
  const organisation = edits.create("organisation", { name: "Koepaja", kinds: [] }, endpoint.area);
  await boss.push(organisation);
  const partner = organisation.record as string as ScopeId;
  const referral = edits.create("referral", {
    client: null,
    person: "Asiakas 7",
    question: "Voisiko aloittaa pajalla?",
    consent: "2026-11-20",
    state: "sent",
    ownNote: "Vain tiimille.",
  });
  await one.push(referral, edits.share(referral.record, partner));
  tell("joins as a partner, and answers");
  const guest = await stage.enrol("partner", { team: partner });
  const ver = (await guest.sync()).records.get(referral.record)?.ver ?? 0;
  const message = { text: "Tervetuloa!", by: guest.member, at: endpoint.clock.now() };
  await guest.push(
    edits.set(referral.record, ver, "state", "accepted"),
    edits.add(referral.record, "messages.m1", message),
    edits.set(referral.record, ver, "ownNote", "Ei tänne."),
  );
  tell("shares with what is no organisation, and takes back what was shared");
  await one.push(
    edits.share(referral.record, endpoint.team),
    edits.share(referral.record, partner, "unshare"),
  );
  tell("fetches after it was taken back, and edits it all the same");
  await guest.sync();
  await guest.push(edits.set(referral.record, ver, "state", "done"));
};

const playOwnScope = async ({ tell, edits }: Stage, { one, two }: Cast): Promise<void> => {
  tell("writes something down for nobody else");
  const own = one.member as string as ScopeId;
  const memo = edits.create("memo", { body: "Muista avaimet." }, own);
  await one.push(memo);
  tell("tries to write into what another has written for nobody else");
  await two.push(edits.remove(memo.record, 1), edits.create("memo", { body: "Ohi" }, own));
};

const playEarlier = async ({ tell }: Stage, { one, two, client }: Cast): Promise<void> => {
  tell("asks what stood in a field before, of a record that is there, and of one that is none");
  const { p } = one.request();
  for (const f of ["name", "note", "none"]) {
    await two.post("/earlier", { p, e: client, f, skip: 0 });
  }
  await two.post("/earlier", { p, e: client, f: "note", skip: 1 });
  await two.post("/earlier", { p, e: one.member, f: "name", skip: 0 });
  await two.post("/earlier", { p, e: "N".repeat(22), f: "name", skip: 0 });
  await two.post("/earlier/fields", { p, e: [client, one.member, "N".repeat(22)] });
};
