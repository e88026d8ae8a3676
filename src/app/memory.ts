import type { Memory } from "#i18n/locale.ts";

/**
 * Remembers one choice of looks from visit to visit. It lies in the clear and says nothing about anybody's work; a browser
 * that keeps nothing (private browsing) just forgets it.
 */
export const makeMemory = (key: string): Memory => ({
  read() {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Nothing depends on it.
    }
  },
});
