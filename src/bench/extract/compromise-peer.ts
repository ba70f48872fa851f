import nlp from 'compromise';
import type { Span } from '../../article/article.ts';

/** A quotation as compromise gives it, with the speaker that is printed beside it. */
export interface PeerQuotation {
  readonly content: Span;
  readonly source: Span | null;
  readonly cue: Span | null;
}

/** “Mayor Alma Reyes said”, “she added”; “said Mayor Alma Reyes”. */
const VERBS = '(said|says|say|told|tells|added|adds|warned|warns|argued|argues|explained|insisted|wrote|asked|noted)';
const SUBJECT = '[<who>(#Pronoun|#ProperNoun+|#Determiner #Adjective? #Noun+)]';
const BEFORE_VERB = `${SUBJECT} [<cue>${VERBS}]`;
const BEHIND_VERB = `[<cue>${VERBS}] ${SUBJECT}`;

/** How far from its quotation a speaker may stand, in UTF-16 code units. */
const FAR = 120;

/** `terms: false` leaves out the list of words; the package knows it and its types do not. */
const ONLY_OFFSETS: object = { offset: true, terms: false };

interface Located {
  readonly offset?: { readonly start: number; readonly length: number };
}

/**
 * What most users make of compromise for this purpose: its `.quotations()`, each with the nearest subject of a verb
 * of saying. It has no statements in the reporter's words, no persons across the article, and no facts.
 */
export function quotationsByCompromise(text: string): readonly PeerQuotation[] {
  const document = nlp(text);
  const contents = spansOf(document.quotations().json(ONLY_OFFSETS), text);
  const speakers = [BEFORE_VERB, BEHIND_VERB].flatMap((pattern) => {
    const { who, cue } = document.match(pattern).groups() as Record<string, ReturnType<typeof nlp>>;
    const [sources, cues] = [who, cue].map((found) => spansOf(found?.json(ONLY_OFFSETS) ?? [], text));
    return (sources ?? []).map((source, index) => ({ source, cue: cues?.[index] ?? null }));
  });
  const inOrder = speakers.sort((a, b) => a.source.start - b.source.start);
  let from = 0;
  return contents.map((content): PeerQuotation => {
    while ((inOrder[from]?.source.end ?? content.start) < content.start - FAR) from++;
    let nearest: (typeof inOrder)[number] | null = null;
    for (let at = from; at < inOrder.length; at++) {
      const speaker = inOrder[at];
      if (!speaker || speaker.source.start > content.end + FAR) break;
      if (distance(speaker.source, content) < (nearest ? distance(nearest.source, content) : FAR)) nearest = speaker;
    }
    return { content, source: nearest?.source ?? null, cue: nearest?.cue ?? null };
  });
}

/** Its offsets start behind an opening mark whose length they count, so that the last ones may end behind the text. */
function spansOf(located: readonly Located[], text: string): readonly Span[] {
  return located.flatMap(({ offset }) => {
    if (!offset) return [];
    const end = Math.min(offset.start + offset.length, text.length);
    return end > offset.start ? [{ start: offset.start, end }] : [];
  });
}

function distance(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}
