/** How a file leaves the program: the browser's share sheet or its downloads. */
export type HandOver = {
  /** Whether the share sheet takes this file. */
  canShare(file: File): boolean;
  /** Shows the share sheet. `refused`: the browser did not show it, or nothing took the file. */
  share(file: File): Promise<"shared" | "cancelled" | "refused">;
  save(file: File): void;
};

/** How long a saved file is kept for the browser to fetch: nothing tells when it has, in milliseconds. */
const fetchedWithinMs = 60_000;

/** The browser's own ways. */
export const browserHandOver: HandOver = {
  canShare: (file) => navigator.canShare?.({ files: [file] }) ?? false,
  async share(file) {
    try {
      await navigator.share({ files: [file] });
      return "shared";
    } catch (error) {
      return error instanceof DOMException && error.name === "AbortError" ? "cancelled" : "refused";
    }
  },
  save(file) {
    const address = URL.createObjectURL(file);
    const link = document.createElement("a");
    link.href = address;
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), fetchedWithinMs);
  },
};
