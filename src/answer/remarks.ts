import type { KeptArticle } from '../archive/archive.ts';
import { slice } from '../article/article.ts';
import type { Entry } from '../extraction/entry.ts';
import type { PrintedRole } from '../extraction/people.ts';
import { personName } from '../extraction/person-name.ts';
import type { Excerpt } from './answer.ts';
import { figureInHeadline, otherWordingsInWords } from './other-wordings.ts';
import type { ServedPeople } from './replies/draft.ts';
import { creditedElsewhereInWords } from './same-words.ts';
import { linksInWords, namesakesInWords, whoIsWho } from './who-is-who.ts';

/** An excerpt that is about to be shown, with what it was cut by. */
export interface Shown {
  readonly excerpt: Excerpt;
  readonly entry: Entry;
  /** What its article says that the speaker is, where that is to be shown. */
  readonly roles: readonly PrintedRole[];
}

/** How many articles of each name are looked at for namesakes: the newest. */
const MOST_APPEARANCES = 60;

/** Excerpts with what is to be said of each beside its attribution, in plain sentences. */
export async function withRemarks(register: ServedPeople, shown: readonly Shown[]): Promise<readonly Excerpt[]> {
  const names = new Set(shown.map(({ entry }) => personName(entry.speaker ?? '')));
  const who = await whoIsWho(register, [...names], MOST_APPEARANCES);
  return shown.map(({ excerpt, entry, roles }) => {
    const remarks = [
      ...(excerpt.remarks ?? []),
      rolesInWords(roles),
      creditedElsewhereInWords(excerpt),
      namesakesInWords(who, entry),
      ...linksInWords(who, entry),
      ...otherWordingsInWords(excerpt),
      headlineInWords(excerpt),
    ].filter((remark) => remark !== null);
    return remarks.length > 0 ? { ...excerpt, remarks } : excerpt;
  });
}

/** Those of the roles that the stored article still prints where they were read. */
export function stillPrinted({ article }: KeptArticle, roles: readonly PrintedRole[]): readonly PrintedRole[] {
  return roles.filter((role) => slice(article.text, role) === role.text);
}

function headlineInWords(excerpt: Excerpt): string | null {
  const figure = figureInHeadline(excerpt);
  return figure === null ? null : `The headline of this article prints “${figure}”.`;
}

function rolesInWords(roles: readonly PrintedRole[]): string | null {
  if (roles.length === 0) return null;
  return `In this article: ${roles.map(({ text }) => `“${text}”`).join(', ')}.`;
}
