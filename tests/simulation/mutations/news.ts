import { change, type Mutation } from "./mutation.ts";

/** Faults in what is told and taken over a device's line to the endpoint. */
export const newsMutations: readonly Mutation[] = [
  {
    name: "news are taken although something is missing before them",
    changes: [change("src/sync/news.ts", [" && a <= cursor.seq;", ";"])],
    within: 100,
    by: ["I3", "I12"],
  },
  {
    name: "news are told of scopes that somebody else is in",
    changes: [
      change("src/endpoint/routes/hearing.ts", [
        "const scopes = [...((await question.scopes).get(device) ?? [])];",
        "await question.scopes;\n    const scopes = [...advanced.keys()];",
      ]),
    ],
    within: 20,
    by: ["I4"],
  },
];
