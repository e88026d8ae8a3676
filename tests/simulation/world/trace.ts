import { createHash } from "node:crypto";

/** What happened, line by line: the same seed gives the same lines, and so the same hash. */
export type Trace = {
  /** Notes a line for people. */
  note(line: string): void;
  /** Notes something too long to be read, such as an answer. */
  weigh(text: string): void;
  readonly lines: readonly string[];
  /** The SHA-256 of everything noted so far, in hexadecimal. */
  hash(): string;
};

export const makeTrace = (): Trace => {
  const hash = createHash("sha256");
  const lines: string[] = [];
  return {
    lines,
    note(line) {
      lines.push(line);
      hash.update(line).update("\n");
    },
    weigh: (text) => void hash.update(text),
    hash: () => hash.copy().digest("hex"),
  };
};
