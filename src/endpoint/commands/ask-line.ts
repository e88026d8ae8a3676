import { createInterface } from "node:readline/promises";

/** Asks for a line on the terminal, or takes the first one that is piped in; empty when there is none. */
export const askLine = async (question: string): Promise<string> => {
  // Asked on the error output: the other is for what a command tells, and may lead to a file.
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  if (process.stdin.isTTY) process.stderr.write(question);
  try {
    for await (const line of lines) return line;
    return "";
  } finally {
    lines.close();
  }
};
