import { z } from 'zod';
import type { Paragraph, ParagraphRole } from '../article/article.ts';

/** Each role by the number that stands for it in the column: a number once given never changes. */
const ROLE_NUMBERS: readonly ParagraphRole[] = [
  'body',
  'headline',
  'block-quote',
  'pull-quote',
  'caption',
  'utterance',
];

/** The paragraphs of an article as JSON for their column: start, end, role, and where its speaker is named, if so. */
export function paragraphsColumn(paragraphs: readonly Paragraph[]): string {
  return JSON.stringify(
    paragraphs.map(({ start, end, role, speaker }) => {
      const number = ROLE_NUMBERS.indexOf(role);
      return speaker ? [start, end, number, speaker.start, speaker.end] : [start, end, number];
    }),
  );
}

/** One paragraph as it stands in the column; a number that no role has is an error. */
export const ParagraphColumn = z
  .union([
    z.tuple([z.int(), z.int(), z.int()]),
    z.tuple([z.int(), z.int(), z.int(), z.int().nonnegative(), z.int().nonnegative()]),
  ])
  .transform(([start, end, number, from, to], context): Paragraph => {
    const role = ROLE_NUMBERS[number];
    if (!role) {
      context.addIssue({ code: 'custom', message: 'no role has this number' });
      return z.NEVER;
    }
    return from === undefined || to === undefined
      ? { start, end, role }
      : { start, end, role, speaker: { start: from, end: to } };
  });
