import type { Tabs } from "#store/tabs.ts";

/** Tabs of one browser, told at once and in the order they joined. */
export const makeTabRoom = (): (() => Tabs) => {
  const committed = new Map<object, () => void>();
  const locked = new Map<object, () => void>();
  return () => {
    const self = {};
    const tell = (listeners: Map<object, () => void>) => {
      for (const [tab, listener] of listeners) if (tab !== self) listener();
    };
    return {
      tellCommitted: () => tell(committed),
      tellLocked: () => tell(locked),
      onCommitted: (listener) => committed.set(self, listener),
      onLocked: (listener) => locked.set(self, listener),
      close() {
        committed.delete(self);
        locked.delete(self);
      },
    };
  };
};
