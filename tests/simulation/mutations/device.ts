import { change, type Mutation } from "./mutation.ts";

/** Faults in what a device keeps, shows and asks. */
export const deviceMutations: readonly Mutation[] = [
  {
    name: "the second copy misses edits",
    changes: [
      change("src/store/spare/spare.ts", [
        "await replay(spare, news);",
        'await replay(spare, news.filter(({ table }) => table !== "outbox"));',
      ]),
    ],
    within: 60,
    by: ["I1", "I12"],
  },
  {
    name: "what was refused is not in the second copy",
    changes: [
      change("src/store/spare/spare.ts", [
        "await replay(spare, news);",
        'await replay(spare, news.filter(({ table }) => table !== "tray"));',
      ]),
    ],
    within: 300,
    by: ["I1"],
  },
  {
    name: "no chain of one's own edits",
    changes: [
      change("src/store/sight.ts", [
        "if (own !== undefined) return { after: own.id };",
        'if (own?.verb === "new") return { after: own.id };',
      ]),
    ],
    within: 20,
    by: ["I11"],
  },
  {
    name: "an echo only into a scope that has a cursor",
    changes: [
      change("src/store/incoming/inbox.ts", [
        "groupByScope(header).map(([scope, states])",
        "groupByScope(header).filter(([scope]) => (hold.scopeRows.get(scope)?.epoch ?? null) !== null).map(([scope, states])",
      ]),
    ],
    within: 100,
    by: ["I12"],
  },
  {
    name: "the cursor before the rows",
    changes: [
      change(
        "src/store/incoming/chunks.ts",
        ["        ...prepared.chunks.map(({ rows }) => storeRows(database, rows)),\n", ""],
        [
          "        noteRows(hold, rows);\n      }\n      noteWipe(hold, erase);\n    },\n  });",
          `      }
      noteWipe(hold, erase);
    },
  }).then(() => commitSteps(hold, [scopes, segments, records], {
    prepare: () => Promise.all(chunks.map(({ scope, put, drop }) => prepareRows(hold, scope, put, drop))),
    store: (all) => Promise.all(all.map((rows) => storeRows(database, rows))),
    note: (all) => all.forEach((rows) => noteRows(hold, rows)),
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
      change("src/store/incoming/inbox.ts", [
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
      change("src/store/incoming/inbox.ts", [
        "const leaving = [...hold.scopeRows.keys()].filter((scope) => !header.scopes.has(scope));",
        "const leaving = [...hold.scopeRows.keys()].filter((scope) => !header.scopes.has(scope) && hold.scopeRows.get(scope)?.resetting !== true);",
      ]),
    ],
    within: 400,
    by: ["I4", "I3"],
  },
  {
    name: "a refused edit is not kept",
    changes: [
      change("src/store/incoming/settle.ts", [
        "refused.length > 0 && tray.bulkPut(refused),",
        "refused.length > 9_000 && tray.bulkPut(refused),",
      ]),
    ],
    within: 20,
    by: ["I1"],
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
      change("src/store/incoming/incoming-rows.ts", [
        "rewritten: await withoutRecords(hold, scope, leaving),",
        "rewritten: await withoutRecords(hold, scope, []),",
      ]),
    ],
    within: 200,
    by: ["I3"],
  },
  {
    name: "the tray takes the edit, and the outbox keeps it",
    changes: [
      change("src/store/incoming/settle.ts", [
        "...ranges.map((range) => range.delete()),",
        "...(refused.length > 0 ? [] : ranges.map((range) => range.delete())),",
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
];
