import { change, type Mutation } from "./mutation.ts";

/** Faults in what becomes of edits and how a screen is made of them. */
export const mergeMutations: readonly Mutation[] = [
  {
    name: "arrival order wins",
    changes: [
      change("src/domain/merge/causality.ts", [
        "if (stamp === undefined) return true;",
        "if (stamp?.ver !== 0) return true;",
      ]),
    ],
    within: 20,
    by: ["I6"],
  },
  {
    name: "the later clock wins without a word",
    changes: [
      change(
        "src/domain/merge/set.ts",
        ['result: "conflict",', 'result: "merged",'],
        ["    clashes: [\n", "    clashes: [].length === 0 ? [] : [\n"],
      ),
    ],
    within: 20,
    by: ["I6"],
  },
  {
    name: "the device proves what was seen",
    changes: [
      change("src/domain/merge/causality.ts", [
        "if (stamp === undefined) return true;",
        "if (stamp === undefined || stamp.device === author.device) return true;",
      ]),
    ],
    within: 400,
    by: ["I6"],
  },
  {
    name: "the last text wins",
    changes: [
      change("src/domain/merge/text.ts", [
        "if (base === current) return { text: incoming, clashes: 0 };",
        "return { text: incoming, clashes: 0 };",
      ]),
    ],
    within: 20,
    by: ["I5", "I12"],
  },
  {
    name: "what clashes in a text is dropped",
    changes: [
      change("src/domain/merge/apply.ts", [
        "if (both.clashes === 0) return",
        "if (both.clashes >= 0) return",
      ]),
    ],
    within: 20,
    by: ["I5", "I12"],
  },
  {
    name: "a counter is set and not added to",
    changes: [
      change("src/domain/merge/items.ts", [
        "const sum = present + op.value;",
        "const sum = op.value;",
      ]),
    ],
    within: 20,
    by: ["I2", "I10", "I12"],
  },
  {
    name: "removing takes what was not seen",
    changes: [
      change("src/domain/merge/items.ts", [
        "if (!sawValue(entity, op, context)) return merged",
        "if (entity.ver < 0) return merged",
      ]),
    ],
    within: 200,
    by: ["I6", "I12"],
  },
  {
    name: "deleting takes what its deleter has not read",
    changes: [
      change("src/domain/merge/apply.ts", [
        "  return isUnseen\n",
        "  return isUnseen && op.at < 0\n",
      ]),
    ],
    within: 100,
    by: ["I6"],
  },
];
