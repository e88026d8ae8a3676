import type { Plugin } from "vite";

const SINK = "t.innerHTML = html;";
const RUNTIME = /\/solid-js\/web\/dist\/(?:web|dev)\.js$/;

/**
 * Solid's `template()` is the program's one HTML sink. This gives it the Trusted Types policy
 * `solid-template`, made on first use and reachable from nowhere else, so the page runs under
 * `require-trusted-types-for 'script'`. Browsers without Trusted Types assign the string.
 */
export function solidTrustedTypes(): Plugin {
  return {
    name: "katve:solid-trusted-types",
    apply: "build",
    transform(code, id) {
      if (!RUNTIME.test(id)) return undefined;
      if (code.split(SINK).length !== 2) {
        throw new Error(`solid-js/web no longer has exactly one "${SINK}"`);
      }
      const policy = [
        "let templatePolicy;",
        "const trusted = (html) => globalThis.trustedTypes === undefined ? html :",
        '  (templatePolicy ??= trustedTypes.createPolicy("solid-template",',
        "    { createHTML: (text) => text })).createHTML(html);",
        "",
      ].join("\n");
      return { code: policy + code.replace(SINK, "t.innerHTML = trusted(html);"), map: null };
    },
  };
}
