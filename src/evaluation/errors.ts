import type { Span } from '../article/article.ts';
import { hull, slice } from '../article/article.ts';
import type { Measured } from './report.ts';
import { type Prediction, pairSpans, type Row } from './span-score.ts';
import { comparedWords, coveredWords } from './word-sets.ts';

/** How many errors are shown. */
const SHOWN = 40;
/** How much of the text around an error is shown, in UTF-16 code units on each side. */
const AROUND = 160;

/** One thing that went wrong. `weight` is the number of words that it costs. */
interface Mistake {
  readonly weight: number;
  readonly what: string;
  readonly articleId: string;
  readonly text: string;
  readonly gold: Marked | null;
  readonly found: Marked | null;
}
type Marked = Pick<Prediction, 'kind' | 'content' | 'source'>;

/** The errors of a kind that cost most words, for a person to read: gold against found, with the text around. */
export function showErrors(measured: Measured, row: Row): string {
  const mistakes = measured.gold.articles.flatMap((article, index) => {
    return mistakesIn(article.id, article.text, pairSpans(article, measured.predictions[index] ?? []), row);
  });
  const counts = new Map<string, number>();
  for (const { what } of mistakes) counts.set(what, (counts.get(what) ?? 0) + 1);
  const summary = [...counts].map(([what, count]) => `${count} ${what}`).join(', ') || 'no errors';
  const worst = mistakes.sort((a, b) => b.weight - a.weight).slice(0, SHOWN);
  return [`${measured.fileName}, ${row}: ${summary}`, ...worst.map(render)].join('\n\n');
}

function mistakesIn(articleId: string, text: string, pairing: ReturnType<typeof pairSpans>, row: Row): Mistake[] {
  const words = comparedWords(text);
  const weigh = ({ content }: Marked, f1: number) => coveredWords(words, content).size * (1 - f1);
  const common = { articleId, text };
  const mistakes: Mistake[] = [];
  for (const { quotation, partner, nearest, nearestF1, sourceRight } of pairing.gold) {
    if (!quotation.speech || (row !== 'all' && quotation.kind !== row)) continue;
    const found = pairing.predicted[partner ?? nearest ?? -1]?.quotation ?? null;
    if (partner === null) {
      const what = found ? 'with other bounds' : 'missed';
      mistakes.push({ ...common, what, weight: weigh(quotation, nearestF1), gold: quotation, found });
    } else if (!sourceRight) {
      mistakes.push({ ...common, what: 'with a wrong source', weight: weigh(quotation, 0.5), gold: quotation, found });
    }
  }
  for (const { quotation, partner, nearest, nearestF1 } of pairing.predicted) {
    if (partner !== null || (row !== 'all' && quotation.kind !== row)) continue;
    // Where it shares words with gold that nothing matched, the gold side shows it already.
    const marked = nearest === null ? undefined : pairing.gold[nearest];
    if (marked && marked.partner === null) continue;
    const gold = marked?.quotation ?? null;
    mistakes.push({ ...common, what: 'not in the gold', weight: weigh(quotation, nearestF1), gold, found: quotation });
  }
  return mistakes;
}

function render({ what, weight, articleId, text, gold, found }: Mistake): string {
  const side = (name: string, marked: Marked | null) => {
    if (!marked) return `  ${name}: nothing`;
    const { kind, content, source } = marked;
    return `  ${name}: ${kind} | ${join(text, source) || 'no source'} | ${join(text, content)}`;
  };
  const spans = [gold, found].flatMap((marked) => (marked ? [...marked.content, ...marked.source] : []));
  const place = hull(spans) ?? { start: 0, end: 0 };
  const around = text.slice(Math.max(0, place.start - AROUND), place.end + AROUND).replace(/\s+/g, ' ');
  return [
    `${what}, ${Math.round(weight)} words: ${articleId}`,
    side('gold ', gold),
    side('found', found),
    `  text : ${around}`,
  ].join('\n');
}

function join(text: string, spans: readonly Span[]): string {
  return spans.map((span) => slice(text, span).replace(/\s+/g, ' ')).join(' … ');
}
