import type { VitePWAOptions } from "vite-plugin-pwa";

/** What only the endpoint may answer: the service worker must not put the page in its place. */
const ENDPOINT_PATHS = [
  /^\/(?:sync|earlier|events|session|enrolment|busy|feeds?|healthz|readyz|metrics)(?:[/?]|$)/,
];

export const pwaOptions: Partial<VitePWAOptions> = {
  strategies: "generateSW",
  registerType: "prompt",
  // The program registers it itself: an injected script would need a hole in the CSP.
  injectRegister: null,
  includeManifestIcons: false,
  manifest: {
    id: "/",
    name: "Katve",
    short_name: "Katve",
    description: "Ohjauksen ajat, viestit ja tarkistuslistat sielläkin, missä ei ole verkkoa.",
    lang: "fi",
    dir: "ltr",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#f5f7fb",
    theme_color: "#f5f7fb",
    categories: ["productivity"],
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  },
  workbox: {
    // The manifest is not among them: the plugin adds it itself.
    globPatterns: ["**/*.{js,css,html,woff2,svg,png}"],
    navigateFallback: "/index.html",
    navigateFallbackDenylist: ENDPOINT_PATHS,
    clientsClaim: true,
    skipWaiting: false,
    cleanupOutdatedCaches: true,
    inlineWorkboxRuntime: true,
  },
};
