import type { OnDefect } from "./defect.ts";

/** Those who want to be told of something. */
export type Listeners<T> = {
  /** Returns how to stop. */
  add(listener: (value: T) => void): () => void;
  /** Calls everyone who listens now. What one of them throws goes to `onDefect` and stops nobody. */
  tell(value: T): void;
};

export const makeListeners = <T>(onDefect: OnDefect): Listeners<T> => {
  const listeners = new Set<(value: T) => void>();
  return {
    add(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(value) {
      const present = [...listeners];
      for (const listener of present) {
        try {
          listener(value);
        } catch (error) {
          onDefect(error);
        }
      }
    },
  };
};
