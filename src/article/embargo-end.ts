/**
 * When an embargo is over, by its date in ISO 8601 as it was printed. A clock without a zone, and a day without a
 * clock, last as long as they do anywhere on earth: too early would be too early for somebody.
 */
export function embargoEnd(printed: string): string {
  if (!printed.includes('T')) return `${printed}T23:59:59-12:00`;
  return /(?:Z|[+-]\d{2}:?\d{2})$/.test(printed) ? printed : `${printed}-12:00`;
}
