/** The moment of a message's `ts`. */
export function momentOf(ts: string): Date {
  return new Date(Number(ts) * 1000);
}

/** `14:05`, as people write it where the browser is. */
export function clockTime(ts: string): string {
  return momentOf(ts).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

/** `Today`, `Yesterday`, or the date. */
export function dayOf(ts: string, now = new Date()): string {
  const moment = momentOf(ts);
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (moment.toDateString() === now.toDateString()) return 'Today';
  if (moment.toDateString() === yesterday.toDateString()) return 'Yesterday';
  return moment.toLocaleDateString([], { weekday: 'long', day: 'numeric', month: 'long' });
}
