declare global {
  // oxlint-disable-next-line no-var -- the only form that declares a global
  var trustedTypes:
    | {
        createPolicy(
          name: string,
          rules: { createScriptURL(url: string): string },
        ): { createScriptURL(url: string): string };
      }
    | undefined;
}

/**
 * Makes the one door through which the page may name a script to run: only its own origin's are let through.
 * Browsers without Trusted Types take the plain text.
 */
export const makeScriptUrls = (origin: string): ((path: string) => string) => {
  const check = (path: string): string => {
    const url = new URL(path, origin);
    if (url.origin !== origin) throw new TypeError(`${path} is not a script of this program`);
    return url.href;
  };
  const policy = globalThis.trustedTypes?.createPolicy("app-url", { createScriptURL: check });
  return (path) => policy?.createScriptURL(path) ?? check(path);
};
