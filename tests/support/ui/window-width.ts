/** Makes the window wide or narrow for what asks about it; jsdom has no layout and no `matchMedia`. */
export const setWindowWide = (isWide: boolean): void => {
  const query = Object.assign(new EventTarget(), { matches: isWide });
  Object.assign(globalThis, { matchMedia: () => query });
};
