import { change, type Mutation } from "./mutation.ts";

/** Faults in what the endpoint takes and tells. */
export const endpointMutations: readonly Mutation[] = [
  {
    name: "no deduplication",
    changes: [
      change("src/endpoint/records/push.ts", [
        "const unanswered = push.ops.filter((op) => !given.has(op.id) && !taken.has(op.id));",
        "const unanswered = push.ops;",
      ]),
      change("src/endpoint/records/acks.ts", [
        'insertInto("applied").values(rows)',
        'insertInto("applied").values(rows).onConflict((one) => one.doNothing())',
      ]),
    ],
    within: 20,
    by: ["I2", "I10", "I11", "I6", "I5"],
  },
  {
    name: "no echo",
    changes: [
      change("src/endpoint/records/answer.ts", [
        "return [...entities.values()].flatMap(",
        "return [...entities.values()].slice(0, 0).flatMap(",
      ]),
    ],
    within: 5,
    by: ["I12"],
  },
  {
    name: "a changed record keeps its place in the feed",
    changes: [
      change("src/endpoint/records/feed.ts", [
        'seq: ref("excluded.seq"),',
        'seq: ref("feed.seq"),',
      ]),
    ],
    within: 5,
    by: ["I3"],
  },
  {
    name: "anybody may write anywhere",
    changes: [
      change("src/endpoint/records/judge.ts", [
        "if (!allowed.ok) return refused(allowed.failure);",
        'if (!allowed.ok && allowed.failure !== "edit.not_allowed") return refused(allowed.failure);',
      ]),
    ],
    within: 20,
    by: ["I4"],
  },
  {
    name: "an echo brings what its reader may not see",
    changes: [
      change("src/endpoint/records/answer.ts", [
        "const isHome = scopes.some(({ id }) => id === entity.home);",
        "const isHome = true;",
      ]),
    ],
    within: 50,
    by: ["I4"],
  },
  {
    name: "a partner sees the whole record",
    changes: [
      change("src/endpoint/records/feed-rows.ts", [
        `projectFields(t ?? "", fields)`,
        `t === "" ? projectFields(t, fields) : fields`,
      ]),
    ],
    within: 50,
    by: ["I4"],
  },
  {
    name: "what is deleted is forgotten, and nobody notices who has not heard",
    changes: [
      change("src/endpoint/lifetime/purge.ts", [
        'await raised.where("floor", "<", floor).execute();',
        "void raised;",
      ]),
    ],
    within: 300,
    by: ["I3"],
  },
  {
    name: "an allotment claims no time",
    changes: [
      change("src/domain/times/claim.ts", [
        "const { holder } = values;",
        "const { holder } = values;\n      if (holder !== null) return null;",
      ]),
    ],
    within: 50,
    by: ["I7"],
  },
];
