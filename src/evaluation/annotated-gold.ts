import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import type { Span } from '../article/article.ts';
import { ATTRIBUTION_STATUSES, type AttributionStatus } from '../extraction/quotation.ts';
import type { GoldArticle, GoldFile, GoldQuotation, GoldSpeaker } from './gold.ts';
import { kindByMarks } from './predictions.ts';

/** What an editor wrote of one quotation below the article. */
const verdict = z.object({
  kind: z.enum(['direct', 'mixed', 'indirect', 'term', 'slogan', 'headline', 'belief']),
  status: z.enum(ATTRIBUTION_STATUSES).optional(),
  name: z.string().optional(),
});
type Verdict = z.infer<typeof verdict>;

/** A quotation as an editor marked it: what the tables need, and what only an annotated article tells. */
export interface AnnotatedQuotation {
  /** The number behind its marks: `{content3:…}`. */
  readonly number: number;
  readonly kind: Verdict['kind'];
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly status: AttributionStatus;
  /** The fullest name that the article prints for the source, or null. */
  readonly speaker: string | null;
}

/** An article that people marked in its own text. */
export interface AnnotatedArticle extends GoldArticle {
  readonly annotations: readonly AnnotatedQuotation[];
}

/** A gold all of whose articles are annotated. */
export interface AnnotatedGold extends GoldFile {
  readonly articles: readonly AnnotatedArticle[];
}

/** An annotated file that was read, or every reason why it cannot be: file, line, and what to do. */
export type ReadAnnotated =
  | { readonly kind: 'article'; readonly article: AnnotatedArticle }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

/** The line between the article and what is said of its quotations. */
const DIVIDER = '===';
/** The only line below an article in which nobody is quoted. */
const NOTHING = 'no quotations';
/** What a name stands for where it is no person: “River Council (body)”. */
const NO_PERSON = / \((?:body|document)\)$/;

type Part = 'content' | 'cue' | 'source';
type Parts = Record<Part, Span[]>;
type Report = (line: number, what: string) => void;

/**
 * Reads an article with marks like `“{content1:The river will rise},” {cue1:said} {source1:Mayor Alma Reyes}.`, and
 * below a line of `===` one line a quotation: `1: direct, named, Alma Reyes`. test/gold/README.md has it all.
 *
 * @param fileName what the faults call the file; without its `.txt` it is the article's id
 */
export function readAnnotated(marked: string, fileName: string): ReadAnnotated {
  const faults: string[] = [];
  const report: Report = (line, what) => faults.push(`${fileName}, line ${line}: ${what}.`);
  const lines = marked.split('\n');
  const divider = lines.lastIndexOf(DIVIDER);
  if (divider < 0) {
    report(lines.length, `there is no line ${DIVIDER}; write it below the article, then one line a quotation`);
    return { kind: 'faulty', faults };
  }
  const { text, parts } = readMarks(lines.slice(0, divider).join('\n'), report);
  const verdicts = readVerdicts(lines.slice(divider + 1), divider + 2, report);
  const annotations: AnnotatedQuotation[] = [];
  for (const number of [...new Set([...parts.keys(), ...verdicts.keys()])].sort((a, b) => a - b)) {
    const marks = parts.get(number);
    const said = verdicts.get(number);
    if (!said) {
      report(divider + 1, `quotation ${number} has no kind; write a line like “${number}: direct, named, NAME” below`);
    } else if (!marks || marks.content.length === 0) {
      report(said.line, `quotation ${number} has no content; mark its words with {content${number}:…}`);
    } else {
      const name = said.name?.replace(NO_PERSON, '') ?? null;
      const wrong = contradiction(said, marks, name, text);
      if (wrong) report(said.line, `quotation ${number} ${wrong}`);
      const status = said.status ?? 'none';
      annotations.push({ number, kind: said.kind, ...marks, status, speaker: name });
    }
  }
  if (faults.length > 0) return { kind: 'faulty', faults };
  const quotations = annotations.flatMap((one) => scored(text, one, verdicts.get(one.number)?.name));
  return { kind: 'article', article: { id: fileName.replace(/\.txt$/, ''), text, quotations, annotations } };
}

/** Reads annotated files as one gold, in the order in which they are given. */
export function readAnnotatedFiles(paths: readonly string[]): AnnotatedGold {
  const read = paths.map((path) => readAnnotated(readFileSync(path, 'utf8'), basename(path)));
  return {
    articles: read.flatMap((one) => (one.kind === 'article' ? [one.article] : [])),
    hasSpans: true,
    hasNames: true,
    faults: read.flatMap((one) => (one.kind === 'faulty' ? one.faults : [])),
  };
}

/** Takes the marks out of a text and gives what they cover, by number. */
function readMarks(marked: string, report: Report): { readonly text: string; readonly parts: Map<number, Parts> } {
  const parts = new Map<number, Parts>();
  const open: { readonly part: Part; readonly number: number; readonly start: number; readonly line: number }[] = [];
  let [text, from, line] = ['', 0, 1];
  for (const mark of marked.matchAll(/\{(content|cue|source)(\d+):|[{}]/g)) {
    const before = marked.slice(from, mark.index);
    line += before.split('\n').length - 1;
    text += before;
    from = mark.index + mark[0].length;
    if (mark[0] === '{') report(line, 'a { opens no mark; write {contentN:…}, {cueN:…} or {sourceN:…}');
    else if (mark[0] !== '}') {
      const part = mark[1] === 'content' || mark[1] === 'cue' ? mark[1] : 'source';
      open.push({ part, number: Number(mark[2]), start: text.length, line });
    } else {
      const closed = open.pop();
      if (!closed) report(line, 'a } closes no mark; take it out, or open the mark before it');
      else if (closed.start === text.length) report(line, `{${closed.part}${closed.number}:} has no words in it`);
      else partsOf(parts, closed.number)[closed.part].push({ start: closed.start, end: text.length });
    }
  }
  for (const mark of open) {
    report(mark.line, `{${mark.part}${mark.number}: is not closed; put a } where its words end`);
  }
  for (const all of parts.values()) {
    for (const spans of Object.values(all)) spans.sort((a, b) => a.start - b.start);
  }
  return { text: text + marked.slice(from), parts };
}

function partsOf(parts: Map<number, Parts>, number: number): Parts {
  const known = parts.get(number) ?? { content: [], cue: [], source: [] };
  parts.set(number, known);
  return known;
}

function readVerdicts(lines: readonly string[], firstLine: number, report: Report) {
  const verdicts = new Map<number, Verdict & { readonly line: number }>();
  let saysNothing = false;
  for (const [index, line] of lines.entries()) {
    const at = firstLine + index;
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (line === NOTHING) {
      saysNothing = true;
      continue;
    }
    const [, number = '', rest = ''] = /^(\d+): (.+)$/.exec(line) ?? [];
    const [kind, status, ...name] = rest.split(', ');
    const parsed = verdict.safeParse({ kind, status, name: name.length === 0 ? undefined : name.join(', ') });
    if (number === '') report(at, `this is no line like “1: direct, named, NAME”, no # note and not “${NOTHING}”`);
    else if (verdicts.has(Number(number))) report(at, `quotation ${number} is there a second time`);
    else if (!parsed.success) report(at, unknownWord(number, parsed.error));
    else verdicts.set(Number(number), { ...parsed.data, line: at });
  }
  if (saysNothing === verdicts.size > 0) {
    report(firstLine, `write either one line a quotation or “${NOTHING}” below the article`);
  }
  return verdicts;
}

function unknownWord(number: string, error: z.ZodError): string {
  const issue = error.issues[0];
  const allowed = issue?.code === 'invalid_value' ? issue.values.join(', ') : 'something else';
  return `the ${String(issue?.path[0] ?? 'line')} of quotation ${number} is none of ${allowed}`;
}

const WITH_NAME: readonly string[] = ['named', 'described-resolved', 'surname-only', 'pronoun-resolved'];

/** What the marks and the line of a quotation say against each other. */
function contradiction(said: Verdict, marks: Parts, name: string | null, text: string): string | null {
  if (said.kind === 'term' || said.kind === 'slogan' || said.kind === 'belief') {
    return said.status ? `is a ${said.kind}, which has no status; take it out` : null;
  }
  if (!said.status) return 'has no status; write one behind the kind';
  if (WITH_NAME.includes(said.status) !== (name !== null)) {
    return name === null ? `is ${said.status}, so write the name behind it` : `is ${said.status}, so take the name out`;
  }
  if (name !== null && !text.includes(name)) return `has the speaker ${name}, whom the article does not print`;
  if ((said.status === 'none') !== (marks.source.length === 0)) {
    return said.status === 'none' ? 'has a source, so its status is not none' : 'has no source; mark it or write none';
  }
  return null;
}

/** A quotation in the form in which the tables count it; terms and slogans are not counted. */
function scored(text: string, annotation: AnnotatedQuotation, printed: string | undefined): readonly GoldQuotation[] {
  const { kind, content, source, cue, speaker: name } = annotation;
  if (kind === 'term' || kind === 'slogan') return [];
  if (kind === 'belief') return [{ content, source, cue, kind: 'indirect', speech: false, speaker: null }];
  let speaker: GoldSpeaker = { kind: 'unnamed' };
  if (name !== null) speaker = printed && NO_PERSON.test(printed) ? { kind: 'other' } : { kind: 'person', name };
  const scoredKind = kind === 'headline' ? kindByMarks(text, content) : kind;
  return [{ content, source, cue, kind: scoredKind, speech: true, speaker }];
}
