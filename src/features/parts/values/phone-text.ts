/** A number of E.164 as people in Finland write it: `040 123 4567`; a foreign one in groups of three. */
export const phoneText = (number: string): string => {
  if (number.startsWith("+358")) {
    const national = `0${number.slice(4)}`;
    return [national.slice(0, 3), national.slice(3, 6), national.slice(6)]
      .filter(Boolean)
      .join(" ");
  }
  return number.replace(/(\d{3})(?=\d)/g, "$1 ");
};
