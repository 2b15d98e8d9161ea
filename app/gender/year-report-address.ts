/** The year in a report's address; 0, of which there is no report, where it is none. */
export const yearOfAddress = (text: string | undefined): number =>
  text !== undefined && /^\d{4}$/.test(text) ? Number(text) : 0;
