import type { KnownBlock } from '@slack/types';

/** What is posted: `text` is escaped, stands in notifications and is read by screen readers. */
export interface Posting {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

/** Slack cuts a message's text around 4,000 characters; this leaves a margin. */
export const TEXT_ROOM = 3800;

/**
 * The most that the blocks of one message or view may measure as JSON.
 *
 * Slack refuses somewhere above 13,200 characters (undocumented; what exactly it counts is not known). JSON counts
 * more than anything Slack could count, so staying under 10,000 this way is safe.
 */
export const BLOCKS_ROOM = 9900;

/** How much of it is used, in UTF-16 code units of JSON. */
export function sizeOf(blocks: readonly KnownBlock[]): number {
  return JSON.stringify(blocks).length;
}

/** The first of several ways of building blocks that fits; the last one is taken as it is and must fit by itself. */
export function firstThatFits<Way>(
  ways: readonly Way[],
  build: (way: Way) => readonly KnownBlock[],
): readonly KnownBlock[] {
  let blocks: readonly KnownBlock[] = [];
  for (const way of ways) {
    blocks = build(way);
    if (sizeOf(blocks) <= BLOCKS_ROOM) break;
  }
  return blocks;
}
