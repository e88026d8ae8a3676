import { change, type Mutation } from "./mutation.ts";

/** Faults in what is done about a loss of the endpoint's data. */
export const lossMutations: readonly Mutation[] = [
  {
    name: "acknowledged edits are not kept",
    changes: [
      change("src/store/incoming/settle.ts", ["    standing.length > 0 &&", "    false &&"]),
    ],
    within: 10,
    isOfLosses: true,
    by: ["I1", "I5", "I6", "I12"],
  },
  {
    name: "a loss is not noticed",
    changes: [
      change("src/store/sent/doubt.ts", [
        "if (row === undefined || (row.epoch === counting.epoch && row.seq <= counting.seq)) {",
        "if (row !== null) {",
      ]),
    ],
    within: 10,
    isOfLosses: true,
    by: ["I1", "I5", "I6", "I12"],
  },
  {
    name: "what was lost leaves the screen until it has been asked after",
    changes: [
      change("src/sync/exchange.ts", [
        'if (isAsking.value) return fail({ code: "network.cut" });',
        "",
      ]),
    ],
    within: 20,
    isOfLosses: true,
    by: ["I12"],
  },
  {
    name: "an edit that comes back is a new one",
    changes: [change("src/store/sent/sent.ts", ["{ ...op, was: again.was }", "op"])],
    within: 20,
    isOfLosses: true,
    by: ["I10", "I11", "I12"],
  },
  {
    name: "an edit that the backup has keeps its old version",
    changes: [
      change("src/store/sent/sent.ts", [
        "const known = found.flatMap(",
        "const known = found.slice(0, 0).flatMap(",
      ]),
    ],
    within: 300,
    isOfLosses: true,
    by: ["I10", "I11"],
  },
  {
    name: "an edit counts as made when its answer was heard last",
    changes: [
      change("src/domain/era.ts", ["ofEach(versions, Math.min)", "latestOfEach(versions)"]),
    ],
    within: 300,
    isOfLosses: true,
    by: ["I11"],
  },
];
