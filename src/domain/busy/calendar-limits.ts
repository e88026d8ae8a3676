/** The longest calendar that is read: in bytes as a file and from an address, in UTF-16 units as a text. 2 MB. */
export const calendarMaxLength = 2_000_000;
