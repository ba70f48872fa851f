import type { KeptArticle } from '../archive.ts';
import { ARTICLE_COLUMNS, ArticleRow } from '../rows.ts';
import { type Connection, rowLimit, type Value } from './connection.ts';
import { OPEN_ARTICLE } from './reserved.ts';

const ARTICLES = `FROM versions JOIN articles ON articles.id = versions.article JOIN texts ON texts.version = versions.n`;

/** The version of an article with this hash, or the current one where none is given. */
export function articleOf(connection: Connection, id: string, sha256?: string): KeptArticle | undefined {
  return sha256 === undefined
    ? connection.row(
        ArticleRow,
        `SELECT ${ARTICLE_COLUMNS} ${ARTICLES} WHERE versions.article = ? AND versions.is_current = 1`,
        id,
      )
    : connection.row(
        ArticleRow,
        `SELECT ${ARTICLE_COLUMNS} ${ARTICLES} WHERE versions.article = ? AND versions.sha256 = ?`,
        id,
        sha256,
      );
}

/**
 * Current articles, newest publication first.
 *
 * @param open what `OPEN_ARTICLE` takes, where only articles that may be served are wanted
 */
export function newestArticles(
  connection: Connection,
  limit: number,
  open: readonly Value[] | undefined,
): readonly KeptArticle[] {
  return connection.rows(
    ArticleRow,
    `SELECT ${ARTICLE_COLUMNS} ${ARTICLES} WHERE versions.is_current = 1 ${open ? `AND ${OPEN_ARTICLE}` : ''}
     ORDER BY versions.published DESC, versions.article LIMIT ?`,
    ...(open ?? []),
    rowLimit(limit),
  );
}

/** Current articles in the order of their ids, from the one behind this id on. */
export function articlesAfter(connection: Connection, id: string | null, limit: number): readonly KeptArticle[] {
  return connection.rows(
    ArticleRow,
    `SELECT ${ARTICLE_COLUMNS} ${ARTICLES} WHERE versions.is_current = 1 AND versions.article > ?
     ORDER BY versions.article LIMIT ?`,
    id ?? '',
    rowLimit(limit),
  );
}
