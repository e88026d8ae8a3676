import type { Plugin } from "vite";

const ORDER = "@layer base, ui;\n";

/**
 * Tells the order of the cascade layers at the head of every stylesheet. The first mention of a layer decides its place,
 * and in which order the browser meets the stylesheets of a split build is nobody's choice.
 */
export function layerOrder(): Plugin {
  return {
    name: "katve:layer-order",
    enforce: "pre",
    transform(code, id) {
      return /\/src\/.*\.css$/.test(id) ? { code: ORDER + code, map: null } : undefined;
    },
  };
}
