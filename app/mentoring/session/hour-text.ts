/** Minutes after midnight as a time field shows them: 510 is `08:30`; midnight at the end of the day is its last minute. */
export function hourText(minutes: number): string {
  const shown = Math.min(minutes, 24 * 60 - 1);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(shown / 60))}:${two(shown % 60)}`;
}
