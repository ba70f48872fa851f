/**
 * Counts the versions of the rules by which articles are read: one more whenever the same article may come to be read
 * otherwise. Articles that were read by older rules are read again from the text that is kept; see
 * test/extraction/reading-version.test.ts, which notices.
 */
export const READING_VERSION = 1;
