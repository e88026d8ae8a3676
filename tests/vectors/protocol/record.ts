/*
 * Records the exchange of the present version. Run by hand: node tests/vectors/protocol/record.ts
 * README.md in this folder says when.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import { type Corpus, corpusText, syncAnswersOf } from "../../support/corpus/corpus.ts";
import { playVersion1 } from "../../support/corpus/scenario-1.ts";
import { playVersion2 } from "../../support/corpus/scenario-2.ts";
import { makeStage } from "../../support/corpus/stage.ts";
import { storeAfter } from "../../support/corpus/store-after.ts";

const stage = await makeStage();
const cast = await playVersion1(stage);
if (PROTOCOL_VERSION >= 2) await playVersion2(stage, cast);

const { area, team } = stage.endpoint;
const played: Corpus = { version: PROTOCOL_VERSION, area, team, steps: stage.steps, stores: {} };
const stores: Record<string, Corpus["stores"][string]> = {};
const devices = stage.steps.flatMap((step) => (step.step === "exchange" ? [step.device] : []));
for (const device of new Set(devices)) {
  const answers = syncAnswersOf(played, device);
  if (answers.length > 0) stores[device] = await storeAfter(answers);
}
const folder = new URL(`v${PROTOCOL_VERSION}/`, import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("exchanges.json", folder), corpusText({ ...played, stores }));
await stage.endpoint.close();
