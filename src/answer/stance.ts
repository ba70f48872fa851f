import { wordsOf } from '../article/words.ts';
import type { Entry } from '../extraction/entry.ts';
import { stem } from '../search/likeness.ts';

/**
 * Words by which print shows what somebody did with words. Finding them is a way of searching, not a judgement: an
 * answer says which words it went by and asserts no stance.
 */
const STANCES: Readonly<Record<string, { readonly asked: string; readonly printed: string }>> = {
  criticised: {
    asked:
      'criticise criticised criticize criticized attacked attack condemned denounced slammed blasted opposed objected complained protested against critical concerned worried accused blamed rejected',
    printed: `criticise criticize criticism critical condemn denounce slam blast attack assault accuse blame oppose opposed
      opposition object objection reject protest boycott censor censorship surveillance concern concerned worry worried
      fear alarm threat threaten danger dangerous wrong unacceptable outrage outrageous shame shameful failure fail
      repress repression crackdown abuse violate violation unjust unfair disgrace reckless guise pretext undermine erode
      harm damage regret deplore lament disappoint scandal hypocrisy lie lies`,
  },
  supported: {
    asked: 'supported support backed praised welcomed endorsed defended hailed favour favor for approved applauded',
    printed: `support back praise welcome endorse defend hail applaud approve favour favor commend congratulate admire
      good great excellent progress success successful proud glad grateful thank benefit`,
  },
  denied: {
    asked: 'denied deny rejected refused disputed',
    printed: 'deny reject refuse dispute dismiss rebut refute untrue false never',
  },
  warned: { asked: 'warned warn cautioned', printed: 'warn caution danger risk threat threaten alarm beware' },
  promised: {
    asked: 'promised promise pledged vowed committed',
    printed: 'promise pledge vow commit commitment guarantee ensure assure',
  },
  'called for': {
    asked: 'called demanded urged asked requested proposed appealed wanted',
    printed: 'call demand urge ask request propose appeal need must should ought',
  },
};

/** A way of recognising what was asked for, and the words it goes by. */
export interface Stance {
  /** In the words that the answer uses: "criticised". */
  readonly name: string;
  /** Whether the verb is one of those that have a list of words. */
  readonly isListed: boolean;
  /** Whether an entry's cue or words hold one of the words. */
  shows(entry: Entry, cue: string): boolean;
}

/** What "who criticised …" looks for; a verb of no list is looked for by itself, in the reporting words. */
export function stanceOf(verb: string): Stance {
  const asked = verb.toLowerCase();
  for (const [name, words] of Object.entries(STANCES)) {
    if (!words.asked.split(/\s+/).includes(asked)) continue;
    const stems = new Set(words.printed.split(/\s+/).map(stem));
    return { name, isListed: true, shows: (entry, cue) => hasStem(`${cue} ${entry.text}`, stems) };
  }
  const own = new Set([stem(asked)]);
  return { name: asked, isListed: false, shows: (_entry, cue) => hasStem(cue, own) };
}

function hasStem(text: string, stems: ReadonlySet<string>): boolean {
  return wordsOf(text).some(({ norm }) => stems.has(stem(norm)));
}
