import type { Topic } from '../answer.ts';
import { OpenArticles } from '../open-articles.ts';
import type { Question } from '../question.ts';
import { findSpeaker } from '../speakers.ts';
import { replyToClaim } from './claim.ts';
import { declineAct } from './declined.ts';
import type { Draft, Shelves } from './draft.ts';
import { replyWithFact } from './fact.ts';
import { replyOnIdentity } from './identity.ts';
import { replyWithRoster } from './roster.ts';
import { replyBySpeaker } from './speaker.ts';
import { replyToDeed } from './stance.ts';
import { replyToTopic } from './topic.ts';
import { replyToWords } from './words.ts';

/** Drafts the reply to a question. */
export async function replyToQuestion(shelves: Shelves, question: Question, topic: Topic): Promise<Draft> {
  switch (question.kind) {
    case 'declined':
      return declineAct(shelves, question.act, question.words);
    case 'who-is':
      return replyOnIdentity(shelves, question.name, question.words);
    case 'claim':
      return replyToClaim(shelves, question.speaker, question.words);
    case 'by-speaker':
      return replyBySpeaker(shelves, question);
    case 'by-or-about':
      return replyByOrAbout(shelves, question.name, question.about);
    case 'who-said':
      return replyToWords(shelves, question.words);
    case 'who-did':
      return replyToDeed(shelves, question, new OpenArticles(shelves));
    case 'roster':
      return roster(shelves, topic);
    case 'fact':
      return replyWithFact(shelves, question.wants, question.words, new OpenArticles(shelves));
    case 'topic':
      return replyToTopic(shelves, question.about, question.wantsQuote);
    case 'follow-up':
      return followUp(shelves, question.about, topic);
    case 'words':
      return replyToTyped(shelves, question.text, question.bare);
  }
}

/** The words as typed may be a quote that starts with "find me"; most often they are not. */
async function replyToTyped(shelves: Shelves, text: string, bare: string): Promise<Draft> {
  const typed = await replyToWords(shelves, text);
  const isPrinted = typed.found.some(({ match }) => match === 'exact' || match === 'punctuation');
  return isPrinted || bare === text ? typed : replyToWords(shelves, bare);
}

/** "cybercrime quotes": by somebody of that name where the archive has one, else about it. */
async function replyByOrAbout(shelves: Shelves, name: string, about: string | null): Promise<Draft> {
  const found = await findSpeaker(shelves, name);
  if (found.kind !== 'nobody') return replyBySpeaker(shelves, { speaker: name, about, wantsQuote: true });
  return replyToTopic(shelves, about === null ? name : `${name} ${about}`, true);
}

/** "what about Li?" asks for another speaker on the same topic, "and about order?" for the same speaker. */
async function followUp(shelves: Shelves, about: string, topic: Topic): Promise<Draft> {
  const found = await findSpeaker(shelves, about);
  if (found.kind === 'whole') {
    return replyBySpeaker(shelves, {
      speaker: about,
      about: topic.speaker === null ? null : topic.about,
      wantsQuote: false,
    });
  }
  if (topic.speaker === null) return replyToTopic(shelves, about, false);
  return replyBySpeaker(shelves, { speaker: topic.speaker, about, wantsQuote: false });
}

const MOST_NAMED = 3;

/** Who speaks in the article that the conversation is about, or in the only one there is. */
async function roster(shelves: Shelves, topic: Topic): Promise<Draft> {
  const articles = await shelves.articles(MOST_NAMED);
  const { articles: count } = await shelves.holdings();
  const id = topic.articleId ?? (count === 1 ? articles[0]?.article.id : undefined);
  if (id !== undefined) return replyWithRoster(shelves, id);
  const headlines = articles.map(({ article }) => `“${article.headline ?? 'no headline'}”`).join(', ');
  const message = `Which article? Ask in a thread about one of its quotes, or name a few words of it. The newest: ${headlines}.`;
  return { outcome: 'refuse', message, found: [] };
}
