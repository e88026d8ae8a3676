import {
  type BrotliCompress,
  brotliCompressSync,
  constants,
  createBrotliCompress,
  createGzip,
  type Gzip,
  gzipSync,
} from "node:zlib";

/** How an answer is packed. */
export type Packing = "br" | "gzip" | "identity";

/** The best packing that a request's `Accept-Encoding` allows (RFC 9110 §12.5.3). */
export const choosePacking = (accepted: string | null | undefined): Packing => {
  const names = (accepted ?? "")
    .split(",")
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
    .map((part) => part.split(";")[0]?.trim());
  return (["br", "gzip"] as const).find((packing) => names.includes(packing)) ?? "identity";
};

/** Brotli's quality: 5 packs 10,000 records into 0.78 MB in 0.12 s, 11 into 0.65 MB in 6.9 s (measured on two cores). */
const brotliQuality = 5;

const makePacker = (packing: "br" | "gzip"): BrotliCompress | Gzip =>
  packing === "br"
    ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } })
    : createGzip();

/** Lines that together are as long as this, in UTF-16 units, fit into a packet or two once they are packed. */
const shortLength = 4_000;

/** Whether lines are too short to gain by being sent one by one: most exchanges bring nothing or one record. */
export const isShort = (lines: readonly string[]): boolean =>
  lines.reduce((length, line) => length + line.length, 0) <= shortLength;

/** Packs short lines in one piece, at once: handing so little to another thread takes longer than packing it. */
export const packLines = (lines: readonly string[], packing: Packing): Uint8Array<ArrayBuffer> => {
  const plain = Buffer.from(lines.map((line) => `${line}\n`).join(""));
  switch (packing) {
    case "br": {
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.byteLength,
      };
      return new Uint8Array(brotliCompressSync(plain, { params }));
    }
    case "gzip":
      return new Uint8Array(gzipSync(plain));
    case "identity":
      return new Uint8Array(plain);
    default:
      return packing satisfies never;
  }
};

/** Lines that are there at the same time, and whether they are the last. */
export type LineGroup = { readonly lines: readonly string[]; readonly isLast: boolean };

/**
 * Sends lines, each ended with a line feed and flushed through the packing, so that whatever arrives before a connection
 * breaks unpacks to whole lines. Short lines go with the one before them, if they are there. The next ones are asked for and
 * packed when the previous ones have been taken; a reader that goes away ends it, and `onLeft` hears of it: lines that nobody has
 * asked for yet do not.
 */
export const streamLines = (
  groups: AsyncIterable<LineGroup>,
  packing: Packing,
  onLeft: () => Promise<unknown>,
): ReadableStream<Uint8Array> => {
  const parts = packing === "identity" ? plain(groups) : packed(groups, packing);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await parts.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await parts.return(undefined);
        await onLeft();
      },
    },
    { highWaterMark: 0 },
  );
};

/** Texts of a line and the short ones after it: each part is a way to another thread and back, and a packet of its own. */
const partsOf = (lines: readonly string[]): string[] => {
  const parts: string[] = [];
  let joinedLength = 0;
  for (const line of lines) {
    const last = parts.at(-1);
    joinedLength += line.length;
    if (last !== undefined && joinedLength <= shortLength)
      parts[parts.length - 1] = `${last}${line}\n`;
    else {
      parts.push(`${line}\n`);
      joinedLength = 0;
    }
  }
  return parts;
};

async function* plain(groups: AsyncIterable<LineGroup>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const { lines } of groups) {
    for (const text of partsOf(lines)) yield encoder.encode(text);
  }
}

async function* packed(
  groups: AsyncIterable<LineGroup>,
  packing: "br" | "gzip",
): AsyncGenerator<Uint8Array> {
  const packer = makePacker(packing);
  let parts: Buffer[] = [];
  packer.on("data", (part: Buffer) => parts.push(part));
  const taken = () => {
    // What the packer still holds back goes to the listener above.
    while (packer.read() !== null);
    const part = Buffer.concat(parts);
    parts = [];
    return part;
  };
  try {
    for await (const { lines, isLast } of groups) {
      const texts = partsOf(lines);
      const last = isLast ? texts.pop() : undefined;
      for (const text of texts) {
        packer.write(text);
        await new Promise<void>((resolve) => packer.flush(() => resolve()));
        yield taken();
      }
      if (last === undefined) continue;
      // The end of the packing flushes as well.
      await new Promise<void>((resolve, reject) => {
        packer.once("end", resolve).once("error", reject).end(last);
      });
      yield taken();
    }
  } finally {
    packer.destroy();
  }
}
