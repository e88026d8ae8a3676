import { CompressionStream, DecompressionStream } from "node:stream/web";

/** Gives jsdom the packing streams that every browser has. Node's own classes work on Node's bytes and responses. */
export const addPackingStreams = (): void => {
  Object.assign(globalThis, { CompressionStream, DecompressionStream });
};
