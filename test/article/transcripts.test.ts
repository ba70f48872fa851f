import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { readDocument } from '../../src/article/read-document.ts';

async function read(captions: string, origin = 'council.vtt'): Promise<Article> {
  const contents = await readDocument({ bytes: new TextEncoder().encode(captions), origin });
  const [reading] = contents.kind === 'articles' ? contents.readings : [];
  if (reading?.kind !== 'article') throw new Error(JSON.stringify(contents));
  return reading.article;
}

/** What each utterance says, as `tag | words`, so that a tag and its words can be told apart. */
const spoken = ({ text, paragraphs }: Article) =>
  paragraphs
    .filter(({ role }) => role === 'utterance')
    .map(({ start, end, speaker }) => {
      const tag = speaker ? text.slice(speaker.start, speaker.end) : '';
      return `${tag} | ${text.slice(speaker ? speaker.end + 2 : start, end)}`;
    });

/** Cues that are shown one after the other, two seconds each. */
const vtt = (...cues: readonly string[]) =>
  `WEBVTT\n\n${cues.map((cue, at) => `00:${String(at * 2).padStart(2, '0')}.000 --> 00:${String(at * 2 + 2).padStart(2, '0')}.000\n${cue}\n`).join('\n')}`;
const srt = (...cues: readonly string[]) =>
  cues.map((cue, at) => `${at + 1}\r\n00:00:0${at},000 --> 00:00:0${at + 1},000\r\n${cue}\r\n`).join('\r\n');

describe('a transcript', () => {
  it('is read from WebVTT, with what its header and notes say of it', async () => {
    const article = await read(
      'WEBVTT - Council meeting\nKind: captions\nLanguage: en-GB\n\nNOTE\nDate: 17 December 2015\nOutlet: Weir TV\n\nSTYLE\n::cue { color: red }\n\n' +
        'intro\n00:01.000 --> 00:03.000 align:start position:0%\n<v Alma Reyes>The river <i>will</i> rise &amp; fall.</v>\n\n' +
        'NOTE 1 < 2\nnot said\n\n00:03.000 --> 00:05.000\n<v Alma Reyes>Then it stops.\n\n00:05.000 --> 00:06.000\n<v.loud Jo Lane>When?\n',
    );
    expect(article).toMatchObject({
      headline: 'Council meeting',
      outlet: 'Weir TV',
      publishedAt: '2015-12-17',
      language: 'en-GB',
    });
    expect(article.text).toBe(
      'Council meeting\n\nAlma Reyes: The river will rise & fall. Then it stops.\n\nJo Lane: When?',
    );
    expect(spoken(article)).toEqual(['Alma Reyes | The river will rise & fall. Then it stops.', 'Jo Lane | When?']);
  });

  it('is read from SRT', async () => {
    const article = await read(
      srt('<i>MAYOR REYES: The river</i>\r\nwill rise. {\\an8}', 'Soon.', '>> LANE: When?'),
      'council.srt',
    );
    expect(spoken(article)).toEqual(['MAYOR REYES | The river will rise. Soon.', 'LANE | When?']);
  });

  it.each([
    ['a name in capitals', ['ALMA REYES: No.', 'JO LANE: Yes.'], ['ALMA REYES | No.', 'JO LANE | Yes.']],
    [
      'a name with a title',
      ['Mayor Reyes: No.', 'Dr. Jo O’Lane-Ott: Yes.'],
      ['Mayor Reyes | No.', 'Dr. Jo O’Lane-Ott | Yes.'],
    ],
    [
      'a name that comes again',
      ['Reyes: No.', 'Lane: Yes.', 'Reyes: No.', 'Lane: Yes.'],
      ['Reyes | No.', 'Lane | Yes.', 'Reyes | No.', 'Lane | Yes.'],
    ],
    ['a role', ['PRESENTER: No.', 'Speaker 2: Yes.', 'Q: Why?'], ['PRESENTER | No.', 'Speaker 2 | Yes.', 'Q | Why?']],
    ['an aside in the tag', ['REYES (on phone): No.'], ['REYES | No.']],
    ['arrows', ['>> REYES: No.', '>> Yes.', '>>> LANE: Why?'], ['REYES | No.', ' | Yes.', 'LANE | Why?']],
    [
      'brackets',
      ['[Alma Reyes] No.', '[LANE]: Yes.', '- [Man 2] Why?'],
      ['Alma Reyes | No.', 'LANE | Yes.', 'Man 2 | Why?'],
    ],
    ['dashes', ['- [Alma Reyes] No.\n- [Jo Lane] Yes.'], ['Alma Reyes | No.', 'Jo Lane | Yes.']],
    ['dashes without names', ['REYES: Well.', '- No.\n- Yes.'], ['REYES | Well.', ' | No.', ' | Yes.']],
    ['two voices in a cue', ['<v Al>No.</v> <v Bo>Yes.</v>'], ['Al | No.', 'Bo | Yes.']],
    ['a voice and a cue without one', ['<v Al>No.</v>', 'Yes.'], ['Al | No.', ' | Yes.']],
    ['no names', ['No.', 'Yes.'], [' | No. Yes.']],
  ])('tells speakers apart by %s', async (_, cues, utterances) => {
    expect(spoken(await read(vtt(...cues)))).toEqual(utterances);
  });

  it.each([
    ['a colon in what is said', ['REYES: One thing: it', 'will rise: soon.', 'Note: not today.', 'At 10:30 it will.']],
    ['a name in what is said', ['REYES: I asked', 'Lane: he did not know.']],
    ['words in brackets', ['REYES: They [the Otts]', '[sic] will rise.']],
  ])('takes no tag for one where there is %s', async (_, cues) => {
    const words = cues.join(' ').replace('REYES: ', '');
    expect(spoken(await read(vtt(...cues)))).toEqual([`REYES | ${words}`]);
  });

  it('leaves out sounds before and after what is said, and keeps them within it', async () => {
    const article = await read(
      vtt(
        '[MUSIC PLAYING]',
        'REYES: Thank you.',
        '[applause]',
        'We [inaudible] now.',
        '(LAUGHTER)',
        '♪ La la ♪',
        '>> LANE: Yes.',
      ),
    );
    expect(spoken(article)).toEqual(['REYES | Thank you. [applause] We [inaudible] now.', 'LANE | Yes.']);
  });

  it('credits nobody with what comes after a long silence', async () => {
    const article = await read(
      'WEBVTT\n\n00:01.000 --> 00:02.000\nREYES: No.\n\n00:30.000 --> 00:31.000\nGood evening.\n',
    );
    expect(spoken(article)).toEqual(['REYES | No.', ' | Good evening.']);
  });

  it.each([
    ['two lines', ['hello everyone', 'hello everyone\nwelcome to the', 'welcome to the\nshow', 'show\nof today']],
    [
      'lines that grow',
      [
        'hello',
        'hello everyone',
        'hello everyone\nwelcome',
        'hello everyone\nwelcome to the',
        'welcome to the\nshow',
        'show of',
        'show of today',
      ],
    ],
    [
      'words with their times',
      [
        'hello<00:00:00.500><c> everyone</c>',
        'hello everyone',
        'hello everyone\nwelcome<00:00:02.500><c> to the</c>',
        'welcome to the',
        'welcome to the\nshow of today',
      ],
    ],
  ])('reads rolling captions once: %s', async (_, cues) => {
    expect(spoken(await read(vtt(...cues)))).toEqual([' | hello everyone welcome to the show of today']);
  });

  it('keeps what is said twice', async () => {
    expect(spoken(await read(vtt('REYES: No.', 'No.', 'Never.', 'Not today.')))).toEqual([
      'REYES | No. No. Never. Not today.',
    ]);
  });

  it('reads a cue once that is shown twice at the same time', async () => {
    const twice =
      'WEBVTT\n\n00:01.000 --> 00:03.000\nNo.\n\n00:01.000 --> 00:03.000\nNo.\n\n00:03.000 --> 00:04.000\nYes.\n';
    expect(spoken(await read(twice))).toEqual([' | No. Yes.']);
  });

  it.each([
    ['times that run backwards', '1\n00:00:05,000 --> 00:00:04,000\nNo.\n\n2\n00:00:06,000 --> 00:00:07,000\nYes.\n'],
    ['a blank line in a cue', '1\n00:00:01,000 --> 00:00:04,000\nNo.\n\nYes.\n'],
    ['no blank line between cues', '1\n00:00:01,000 --> 00:00:02,000\nNo.\n2\n00:00:02,000 --> 00:00:03,000\nYes.\n'],
    ['no numbers', '00:00:01.000 --> 00:00:02.000\nNo.\n\n00:00:02.000 --> 00:00:03.000\nYes.'],
    [
      'old line ends and a byte order mark',
      '\uFEFF1\r00:00:01,000 --> 00:00:02,000\rNo.\r\r2\r00:00:02,000 --> 00:00:03,000\rYes.\r',
    ],
  ])('loses no word to %s', async (_, captions) => {
    expect(spoken(await read(captions, 'council.srt'))).toEqual([' | No. Yes.']);
  });

  it.each(['<v ', '<v\t', '{\\', '<00:', '[a] ', '>> ', '- ', 'A: ', 'A ', '&#', ' '])(
    'is read in one go where %j comes over and over',
    async (part) => {
      expect(spoken(await read(vtt(`x ${part.repeat(30_000)} y`)))).toHaveLength(1);
    },
  );

  it('without words is refused', async () => {
    const bytes = new TextEncoder().encode(vtt('[Music]', ' ', '♪♪'));
    expect(await readDocument({ bytes, origin: 'x' })).toEqual({
      kind: 'articles',
      readings: [{ kind: 'refused', reason: 'it holds captions without words' }],
    });
  });

  it('has every word of every cue, whatever they are, with spans in order', async () => {
    const line = fc.stringMatching(/^[A-Za-z][A-Za-z ,.:?’-]{0,40}[a-z]$/);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(line, { minLength: 1, maxLength: 12 }), async (lines) => {
        const { text, paragraphs } = await read(vtt(...lines));
        const letters = (words: string) => words.replaceAll(/[^A-Za-z]/g, '');
        expect(letters(text)).toBe(letters(lines.join('')));
        for (const [index, { start, end, speaker }] of paragraphs.entries()) {
          expect(start).toBe(index === 0 ? 0 : (paragraphs[index - 1]?.end ?? 0) + 2);
          if (speaker) expect(text.slice(speaker.start, speaker.end + 1)).toMatch(/^\S.*:$/);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
