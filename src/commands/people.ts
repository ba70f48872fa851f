import { counted } from '../answer/counted.ts';
import { type RegisterEntry, type Ruled, registerOf, sayOfPeople, takeBack } from '../answer/register.ts';
import type { Shelves, Store } from '../answer/replies/draft.ts';
import { servedShelves } from '../answer/served-shelves.ts';
import { type Appearance, keyInWords, type Ruling } from '../archive/people.ts';
import { withArchive } from './archive-access.ts';
import { systemUser } from './article-acts.ts';
import { atMostOne, type Command, CommandFailure, UsageError } from './command.ts';
import type { Options } from './options.ts';
import { print, printJson } from './output.ts';

/** How many names are listed: all that hold the words, or those of the most articles. */
const MOST_NAMES = 50;
/** How many of a person's articles are listed for a person to read. */
const MOST_ARTICLES = 10;

export const peopleCommand: Command = {
  name: 'people',
  takesWords: '["NAME"]',
  does: ['list who is credited, with roles, articles and what the desk has ruled'],
  takesOptions: ['archive', 'json'],
  prepare({ words, options }) {
    const name = atMostOne('people', words);
    return async () => {
      const entries = await withArchive(options, 'read', (archive) =>
        registerOf(shelvesOf(archive), name ?? '', MOST_NAMES),
      );
      if (options.json) printJson(entries.map(entryAsJson));
      else if (entries.length === 0) print(name === null ? 'Nobody is credited yet.' : `Nobody named “${name}”.`);
      else print(entries.map((entry) => entryAsText(entry, name !== null)).join(name === null ? '\n' : '\n\n'));
    };
  },
};

export const aliasCommand = sayingCommand('alias', 'same', 'say that two names are one person’s');
export const splitCommand = sayingCommand('split', 'different', 'say that they are not');

export const undoCommand: Command = {
  name: 'undo',
  takesWords: '[NUMBER]',
  does: ['take back the last “alias” or “split”, or the one with this number'],
  takesOptions: ['archive', 'json', 'by'],
  prepare({ words, options }) {
    const typed = atMostOne('undo', words);
    if (typed !== null && !/^\d{1,9}$/.test(typed)) throw new UsageError(`“${typed}” is no number of a ruling.`);
    const n = typed === null ? null : Number(typed);
    return () =>
      ruled(
        options,
        withArchive(options, 'own', (archive) => takeBack(shelvesOf(archive), n, whoSays(options))),
      );
  },
};

function sayingCommand(name: 'alias' | 'split', kind: 'same' | 'different', does: string): Command {
  return {
    name,
    takesWords: '"NAME" "OTHER"',
    does: [`${does}; each a name, “NAME, ROLE”, or an excerpt’s id`],
    takesOptions: ['archive', 'json', 'by', 'why'],
    prepare({ words, options }) {
      const [one, other, ...rest] = words;
      if (one === undefined || other === undefined || rest.length > 0) {
        throw new UsageError(`Give two names, each in quotation marks: whosaid ${name} "Mr Xi" "Xi Jinping"`);
      }
      const saying = { kind, one, other, why: options.why ?? null, by: whoSays(options) };
      return () =>
        ruled(
          options,
          withArchive(options, 'own', (archive) => sayOfPeople(shelvesOf(archive), saying)),
        );
    },
  };
}

/**
 * The register is told as to somebody in no channel, who sees nothing that is restricted to some. Who has an excerpt's
 * id may say whose it is, though its article is not served here.
 */
function shelvesOf(archive: Store): Shelves {
  return { ...servedShelves(archive, { channel: null }, Date.now), entry: (id) => archive.entry(id) };
}

function whoSays({ by }: Options): string {
  return by ?? systemUser();
}

async function ruled(options: Options, outcome: Promise<Ruled>): Promise<void> {
  const came = await outcome;
  if (came.kind === 'unclear') throw new CommandFailure(came.message);
  if (options.json) printJson(came.ruling);
  else print(rulingAsText(came.ruling));
}

/** What a ruling says, who says it, and how it is taken back. */
function rulingAsText({ n, kind, one, other, why, by, at, undone }: Ruling): string {
  const said = kind === 'same' ? 'are one person' : 'are not one person';
  const reason = why === null ? '' : ` Why: ${why.replace(/[.\s]+$/, '')}.`;
  const end = undone ? ` Taken back by ${undone.by}, ${undone.at.slice(0, 10)}.` : ` Take it back: whosaid undo ${n}`;
  return `Ruling ${n}: ${keyInWords(one)} and ${keyInWords(other)} ${said}, says ${by}, ${at.slice(0, 10)}.${reason}${end}`;
}

function entryAsText({ name, people, unlinked, rulings }: RegisterEntry, isFull: boolean): string {
  const counts = `${counted(name.articles, 'article')}, ${counted(name.passages, 'passage')}`;
  if (!isFull) return `${name.printed} · ${counts}`;
  return [
    `${name.printed} · ${counts}`,
    ...people.flatMap(({ roles, appearances }, index) => [
      `  ${index + 1}. ${roles.join('; ') || 'no role printed'} · ${counted(appearances.length, 'article')}`,
      ...articleLines(appearances, name.name),
    ]),
    ...(unlinked.length > 0
      ? [`  Linked to nobody: ${counted(unlinked.length, 'article')}`, ...articleLines(unlinked, name.name)]
      : []),
    ...rulings.map((ruling) => `  ${rulingAsText(ruling)}`),
  ].join('\n');
}

function articleLines(appearances: readonly Appearance[], name: string): readonly string[] {
  const lines = appearances.slice(0, MOST_ARTICLES).map((one) => {
    const place = [
      one.publishedAt ?? 'date not given',
      one.outlet ?? 'outlet not given',
      one.headline ?? 'no headline',
    ];
    const other = one.name === name ? [] : [`printed as ${one.printed}`];
    return `     ${[...place, ...other, one.articleId].join(' · ')}`;
  });
  const rest = appearances.length - lines.length;
  return rest > 0 ? [...lines, `     and ${rest} more`] : lines;
}

function entryAsJson({ name, people, unlinked, rulings }: RegisterEntry) {
  return {
    ...name,
    people: people.map((person) => ({
      roles: person.roles,
      rulings: person.rulings.map(({ n }) => n),
      articles: person.appearances.map(appearanceAsJson),
    })),
    unlinked: unlinked.map(appearanceAsJson),
    rulings,
  };
}

function appearanceAsJson({ articleId, printed, passages, roles, headline, outlet, publishedAt }: Appearance) {
  return { id: articleId, headline, outlet, publishedAt, printed, passages, roles: roles.map(({ text }) => text) };
}
