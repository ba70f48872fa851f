import type { Archive } from '../archive.ts';
import type { CandidateIndex } from '../candidate-query.ts';
import type { OpenMode } from '../open-archive.ts';
import { RANKABLE } from './candidates.ts';
import { StoreThread } from './store-thread.ts';

/** Opens the embedded store in a folder: a database in one file, looked after by a thread of its own. */
export async function openEmbeddedArchive(folder: string, mode: OpenMode): Promise<Archive & CandidateIndex> {
  const thread = new StoreThread(folder);
  await thread.open(mode);
  return archiveOn(thread);
}

function archiveOn(thread: StoreThread): Archive & CandidateIndex {
  return {
    keep: (articles) => thread.call({ method: 'keep', args: [articles] }),
    noteIndexed: (at) => thread.call({ method: 'noteIndexed', args: [at] }),
    article: (id, sha256) => thread.call({ method: 'article', args: [id, sha256] }),
    articles: (limit, audience) => thread.call({ method: 'articles', args: [limit, audience] }),
    articlesAfter: (id, limit) => thread.call({ method: 'articlesAfter', args: [id, limit] }),
    act: (articleId, act, by) => thread.call({ method: 'act', args: [articleId, act, by] }),
    journal: (request) => thread.call({ method: 'journal', args: [request] }),
    recognise: (comers) => thread.call({ method: 'recognise', args: [comers] }),
    outdated: (rules, after, limit) => thread.call({ method: 'outdated', args: [rules, after, limit] }),
    isRetired: (id) => thread.call({ method: 'isRetired', args: [id] }),
    entry: (id) => thread.call({ method: 'entry', args: [id] }),
    entriesOf: (articleId) => thread.call({ method: 'entriesOf', args: [articleId] }),
    appearances: (names, most, audience) => thread.call({ method: 'appearances', args: [names, most, audience] }),
    namesWith: (words, most, audience) => thread.call({ method: 'namesWith', args: [words, most, audience] }),
    rule: (ruling) => thread.call({ method: 'rule', args: [ruling] }),
    undoRuling: (n, by) => thread.call({ method: 'undoRuling', args: [n, by] }),
    rulings: (names, most) => thread.call({ method: 'rulings', args: [names, most] }),
    sameWords: (ids, most, audience) => thread.call({ method: 'sameWords', args: [ids, most, audience] }),
    holdings: () => thread.call({ method: 'holdings', args: [] }),
    recordShare: (share) => thread.call({ method: 'recordShare', args: [share] }),
    sharesOf: (articleId) => thread.call({ method: 'sharesOf', args: [articleId] }),
    claim: (key) => thread.call({ method: 'claim', args: [key] }),
    feedStates: () => thread.call({ method: 'feedStates', args: [] }),
    leaseFeed: (lease) => thread.call({ method: 'leaseFeed', args: [lease] }),
    settleFeed: (state, holder) => thread.call({ method: 'settleFeed', args: [state, holder] }),
    itemMarks: (feed, items) => thread.call({ method: 'itemMarks', args: [feed, items] }),
    noteItems: (feed, marks) => thread.call({ method: 'noteItems', args: [feed, marks] }),
    forgetItems: (feed, before, except) => thread.call({ method: 'forgetItems', args: [feed, before, except] }),
    movedRows: (table, after, most) => thread.call({ method: 'movedRows', args: [table, after, most] }),
    lastKey: (table) => thread.call({ method: 'lastKey', args: [table] }),
    takeRows: (table, rows) => thread.call({ method: 'takeRows', args: [table, rows] }),
    listTaken: (most) => thread.call({ method: 'listTaken', args: [most] }),
    settleTaken: () => thread.call({ method: 'settleTaken', args: [] }),
    check: () => thread.call({ method: 'check', args: [] }),
    entryCount: () => thread.call({ method: 'entryCount', args: [] }),
    frequencies: (words) => thread.call({ method: 'frequencies', args: [words] }),
    neighbours: (words) => thread.call({ method: 'neighbours', args: [words] }),
    rankable: RANKABLE,
    candidates: (queries, filter) => thread.call({ method: 'candidates', args: [queries, filter] }),
    entries: (ids) => thread.call({ method: 'entries', args: [ids] }),
    close: () => thread.close(),
  };
}
