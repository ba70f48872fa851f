import type { KeptArticle } from '../archive.ts';
import { ARTICLE_COLUMNS, ArticleRow } from '../rows.ts';
import type { Audience } from '../standing.ts';
import { type Queries, rowLimit } from './database.ts';
import { openArticle } from './reserved.ts';

const ARTICLES =
  'FROM versions JOIN articles ON articles.id = versions.article JOIN texts ON texts.version = versions.n';

/** The version of an article with this hash, or the current one where none is given. */
export async function articleOf(queries: Queries, id: string, sha256?: string): Promise<KeptArticle | undefined> {
  return sha256 === undefined
    ? queries.row(
        ArticleRow,
        `SELECT ${ARTICLE_COLUMNS} ${ARTICLES} WHERE versions.article = $1 AND versions.is_current`,
        id,
      )
    : queries.row(
        ArticleRow,
        `SELECT ${ARTICLE_COLUMNS} ${ARTICLES} WHERE versions.article = $1 AND versions.sha256 = $2`,
        id,
        sha256,
      );
}

/** Current articles, newest publication first; only those that may be served, where an audience is given. */
export async function newestArticles(
  queries: Queries,
  limit: number,
  audience: Audience | undefined,
  now: Date,
): Promise<readonly KeptArticle[]> {
  const open = audience ? `AND ${openArticle({ now: '$2', channel: '$3' })}` : '';
  return queries.rows(
    ArticleRow,
    `SELECT ${ARTICLE_COLUMNS} ${ARTICLES} WHERE versions.is_current ${open}
     ORDER BY versions.published DESC, versions.article LIMIT $1`,
    rowLimit(limit),
    ...(audience ? [now.toISOString(), audience.channel] : []),
  );
}

/** Current articles in the order of their ids, from the one behind this id on. */
export async function articlesAfter(
  queries: Queries,
  id: string | null,
  limit: number,
): Promise<readonly KeptArticle[]> {
  return queries.rows(
    ArticleRow,
    `SELECT ${ARTICLE_COLUMNS} ${ARTICLES} WHERE versions.is_current AND versions.article > $1
     ORDER BY versions.article LIMIT $2`,
    id ?? '',
    rowLimit(limit),
  );
}
