import { userInfo } from 'node:os';
import { counted } from '../answer/counted.ts';
import { ArchiveError, type KeptArticle } from '../archive/archive.ts';
import { articleMeant } from '../archive/article-reference.ts';
import type { Acted } from '../archive/corrections.ts';
import { type Act, momentOf } from '../archive/standing.ts';
import { withArchive } from './archive-access.ts';
import { atMostOne, type Command, CommandFailure, UsageError } from './command.ts';
import type { OptionName, Options } from './options.ts';
import { print, printJson } from './output.ts';

/* What the desk does about an article as a whole. Each act is written in the log with who did it and why. */

/** Slack's ids of channels; a name would keep an article from every channel, and nobody would notice. */
const CHANNEL_ID = /^[CDG][A-Z0-9]+$/;

export const correctCommand = actCommand({
  name: 'correct',
  does: ['say that something in an article was corrected, with --note; it stays in use'],
  takes: ['note'],
  done: 'Marked as corrected',
  act: (options) => ({ kind: 'correct', note: noteIn(options, 'correct') }),
});

export const withdrawCommand = actCommand({
  name: 'withdraw',
  does: ['take an article out of use, with --note; it is never shown again'],
  takes: ['note'],
  done: 'Withdrawn',
  act: (options) => ({ kind: 'withdraw', note: noteIn(options, 'withdraw') }),
});

export const embargoCommand = actCommand({
  name: 'embargo',
  does: ['keep an article out of use --until a moment'],
  takes: ['until', 'note'],
  done: 'Embargoed',
  act: ({ until, note }) => {
    if (until === undefined)
      throw new UsageError('Say until when: whosaid embargo ARTICLE --until 2026-05-01T06:00:00Z');
    refuseUnlessMoment(until);
    return { kind: 'embargo', until, ...(note === undefined ? {} : { note }) };
  },
});

export const restrictCommand = actCommand({
  name: 'restrict',
  does: ['use an article in some channels only: --to C012AB3CD,C045EF6GH'],
  takes: ['to', 'note'],
  done: 'Restricted',
  act: ({ to, note }) => {
    const channels = (to ?? '').split(',').map((channel) => channel.trim());
    if (!channels.every((channel) => CHANNEL_ID.test(channel))) {
      throw new UsageError('Give the ids of the channels: whosaid restrict ARTICLE --to C012AB3CD,C045EF6GH');
    }
    return { kind: 'restrict', channels, ...(note === undefined ? {} : { note }) };
  },
});

export const restoreCommand = actCommand({
  name: 'restore',
  does: ['lift what keeps an article back; where nothing does, its mark as corrected'],
  takes: ['note'],
  done: 'Restored',
  act: ({ note }) => ({ kind: 'restore', ...(note === undefined ? {} : { note }) }),
});

/** A moment that cannot be read is wrong use, whatever the article. */
function refuseUnlessMoment(typed: string): void {
  try {
    momentOf(typed);
  } catch (error) {
    if (error instanceof ArchiveError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

interface ActCommand {
  readonly name: string;
  readonly does: readonly string[];
  readonly takes: readonly OptionName[];
  /** Begins the sentence that says what was done. */
  readonly done: string;
  readonly act: (options: Options) => Act;
}

function actCommand({ name, does, takes, done, act }: ActCommand): Command {
  return {
    name,
    takesWords: 'ARTICLE',
    does,
    takesOptions: ['archive', ...takes, 'by', 'json'],
    prepare({ words, options }) {
      const reference = atMostOne(name, words);
      if (reference === null) {
        throw new UsageError(`Say which article: whosaid ${name} followed by its id, its address or an excerpt's id.`);
      }
      const doing = act(options);
      const by = options.by ?? systemUser();
      return () =>
        withArchive(options, 'own', async (archive) => {
          const kept = await articleMeant(archive, reference);
          if (!kept)
            throw new CommandFailure(
              `No article is known by “${reference}”: neither an id, an address, nor an excerpt's id.`,
            );
          const acted = await archive.act(kept.article.id, doing, by);
          if (options.json) printJson({ article: kept.article.id, by, ...doing, ...acted });
          else print(actInWords(done, kept, acted));
        });
    },
  };
}

function noteIn({ note }: Options, name: string): string {
  if (!note?.trim()) throw new UsageError(`Say what it is about: whosaid ${name} ARTICLE --note "…"`);
  return note;
}

/** The name of whoever runs this, as far as the system knows it: in a container it may know none. */
export function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return 'command line';
  }
}

function actInWords(done: string, { article }: KeptArticle, { shares }: Acted): string {
  const cards = counted(shares.length, 'shared card');
  return [
    `${done}: “${article.headline ?? 'no headline'}” (${article.id}).`,
    `${shares.length === 0 ? 'No card was shared from it.' : `${cards} from it:`}`,
    ...shares.map(({ channel, ts, excerptId }) => `  ${channel}, ${ts} (${excerptId})`),
  ].join('\n');
}
