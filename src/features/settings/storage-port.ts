/** The browser's promise to keep the data; `null` where it does not say. */
export type StoragePort = {
  persisted(): Promise<boolean | null>;
  /** Asks for the promise; the browser may show a question, or answer by itself. */
  persist(): Promise<boolean | null>;
};

/** The browser's own answer; none where it knows no such promise. */
export const browserStorage: StoragePort = {
  persisted: async () => (await navigator.storage?.persisted?.()) ?? null,
  persist: async () => (await navigator.storage?.persist?.()) ?? null,
};
