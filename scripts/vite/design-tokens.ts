import { createRequire } from "node:module";
import type { DesignTokens } from "suomifi-design-tokens";
import type { Plugin } from "vite";

const ID = "virtual:fi-tokens.css";
// Without a leading NUL: Vite's own CSS step then takes it for a stylesheet.
const RESOLVED = "/@fi-tokens.css";

/** The colours of suomifi-design-tokens, which ships no CSS variables, as `--fi-*`. */
export function designTokens(): Plugin {
  return {
    name: "katve:design-tokens",
    resolveId: (id) => (id === ID ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? tokensToCss() : undefined),
  };
}

function tokensToCss(): string {
  // The package is CommonJS behind an ES module marker; a plain require reads it the same everywhere.
  const { suomifiDesignTokens } = createRequire(import.meta.url)("suomifi-design-tokens") as {
    suomifiDesignTokens: DesignTokens;
  };
  const lines = Object.entries(suomifiDesignTokens.colors).map(
    ([name, value]) => `  --fi-${nameToKebab(name)}: ${String(value)};`,
  );
  return `:root {\n${lines.join("\n")}\n}\n`;
}

function nameToKebab(name: string): string {
  return name.replace(/[A-Z]|\d+/g, (part) => `-${part.toLowerCase()}`);
}
