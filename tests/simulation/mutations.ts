/** A fault that is put into the product's sources as they are loaded, to see that the simulation finds it. */
export type Mutation = {
  readonly name: string;
  readonly changes: readonly {
    readonly file: string;
    /** Each piece has to be in the file exactly once. */
    readonly pieces: readonly (readonly [piece: string, instead: string])[];
  }[];
  /** Within how many schedules, from seed 1 on, it has to be caught. */
  readonly within: number;
  /** Which promises it breaks: one of them has to be the one that catches it. */
  readonly by: readonly string[];
};

const change = (file: string, ...pieces: readonly (readonly [string, string])[]) => ({
  file,
  pieces,
});

/** The switches of the gate. The design study's model had most of them (sync, §3.4); each is here in the real code. */
export const mutations: readonly Mutation[] = [
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
    name: "no deduplication",
    changes: [
      change("src/endpoint/records/push.ts", [
        "const unanswered = push.ops.filter((op) => !given.has(op.id) && !taken.has(op.id));",
        "const unanswered = push.ops;",
      ]),
      change("src/endpoint/records/acks.ts", [
        "        at,\n      })\n",
        "        at,\n      })\n.onConflict((one) => one.doNothing())\n",
      ]),
      change("src/endpoint/records/earlier.ts", [
        "        at,\n      })\n",
        "        at,\n      })\n.onConflict((one) => one.doNothing())\n",
      ]),
    ],
    within: 20,
    by: ["I2", "I10", "I11", "I6", "I5"],
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
    name: "no chain of one's own edits",
    changes: [
      change("src/store/ledger.ts", [
        "return own === undefined ? { ver } : { after: own.id };",
        "return { ver };",
      ]),
    ],
    within: 20,
    by: ["I11"],
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
    name: "an echo only into a scope that has a cursor",
    changes: [
      change("src/store/inbox.ts", [
        "groupByScope(header).map(([scope, states])",
        "groupByScope(header).filter(([scope]) => (hold.scopeRows.get(scope)?.epoch ?? null) !== null).map(([scope, states])",
      ]),
    ],
    within: 100,
    by: ["I12"],
  },
  {
    name: "a changed record keeps its place in the feed",
    changes: [
      change("src/endpoint/records/feed.ts", [
        "doUpdateSet({ seq, op, at })",
        "doUpdateSet({ op, at })",
      ]),
    ],
    within: 5,
    by: ["I3"],
  },
  {
    name: "the cursor before the rows",
    changes: [
      change(
        "src/store/inbox.ts",
        ["        storeRows(database, prepared.rows),\n        storeWipe", "        storeWipe"],
        [
          "      noteRows(hold, prepared.rows);\n      noteWipe(hold, erase);\n    },\n  });",
          `      noteWipe(hold, erase);
    },
  }).then(() => commitSteps(hold, [database.scopes, database.segments, database.records], {
    prepare: () => prepareRows(hold, chunk.scope, chunk.put, chunk.drop),
    store: (rows) => storeRows(database, rows),
    note: (rows) => noteRows(hold, rows),
  }));`,
        ],
      ),
    ],
    within: 200,
    by: ["I3"],
  },
  {
    name: "the list of scopes is not obeyed",
    changes: [
      change("src/store/inbox.ts", [
        "const leaving = [...hold.scopeRows.keys()].filter((scope) => !header.scopes.has(scope));",
        "const leaving: ScopeId[] = [];",
      ]),
    ],
    within: 20,
    by: ["I4", "I3"],
  },
  {
    name: "a scope that is half received stays",
    changes: [
      change("src/store/inbox.ts", [
        "const leaving = [...hold.scopeRows.keys()].filter((scope) => !header.scopes.has(scope));",
        "const leaving = [...hold.scopeRows.keys()].filter((scope) => !header.scopes.has(scope) && hold.scopeRows.get(scope)?.resetting !== true);",
      ]),
    ],
    within: 400,
    by: ["I4", "I3"],
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
    name: "a refused edit is not kept",
    changes: [
      change("src/store/inbox.ts", [
        "await database.tray.put({ op, record, reason: fate.refused, box, ...seen });",
        "void [record, box, seen];",
      ]),
    ],
    within: 20,
    by: ["I1"],
  },
  {
    name: "an edit leaves the outbox before its base was sent",
    changes: [
      change("src/store/inbox.ts", [
        `const answered = [...header.fates].filter(([, fate]) => fate !== "needs-base");`,
        "const answered = [...header.fates];",
      ]),
    ],
    within: 100,
    by: ["I1", "I12"],
  },
  {
    name: "waiting edits are not replayed",
    changes: [
      change("src/store/ledger.ts", [
        "const shown = replayOps(this.state(id), this.pendingOf(id));",
        'const shown = replayOps(this.state(id), this.pendingOf(id).filter(({ verb }) => verb === "new"));',
      ]),
    ],
    within: 5,
    by: ["I12"],
  },
  {
    name: "a reset lets the old stand",
    changes: [
      change("src/store/ledger.ts", [
        "([, scopes]) => (scopes.get(scope)?.generation ?? generation) < generation,",
        "() => false,",
      ]),
    ],
    within: 200,
    by: ["I3"],
  },
  {
    name: "a deleted record stays in its segment",
    changes: [
      change("src/store/incoming-rows.ts", [
        "rewritten: await withoutRecords(hold, scope, leaving),",
        "rewritten: await withoutRecords(hold, scope, []),",
      ]),
    ],
    within: 200,
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
    name: "the tray takes the edit, and the outbox keeps it",
    changes: [
      change("src/store/inbox.ts", [
        "  await database.outbox.delete(row.n);\n",
        `  if (typeof fate !== "object") await database.outbox.delete(row.n);\n`,
      ]),
    ],
    within: 50,
    by: ["I3", "I8"],
  },
  {
    name: "nobody asks about the edits behind the sent ones",
    changes: [
      change("src/sync/exchange.ts", [
        "q: [...asked, ...others.map(({ id }) => id)].slice(0, pendingMaxCount),",
        "q: [...asked, ...others.map(({ id }) => id)].slice(0, 0 * pendingMaxCount),",
      ]),
    ],
    within: 200,
    by: ["I10", "I12"],
  },
  {
    name: "taking a record back leaves it where it was",
    changes: [
      change("src/endpoint/records/sharing.ts", ["touched.drop(after, scope);", "void scope;"]),
    ],
    within: 100,
    by: ["I3", "I4", "I12"],
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
  {
    name: "a time is held however many hold it",
    changes: [
      change("src/domain/arbitrate.ts", [
        `if (other.state === "held" && isRival(claim, other)) return false;`,
        `if (other.turn < 0 && other.state === "held" && isRival(claim, other)) return false;`,
      ]),
    ],
    within: 50,
    by: ["I7"],
  },
];
