/** "1 article", "2,000 articles". */
export function counted(count: number, what: string): string {
  return `${thousands(count)} ${what}${count === 1 ? '' : 's'}`;
}

/** A number as people write it: 12,000. */
export function thousands(count: number): string {
  return count.toLocaleString('en');
}

/** "1 article, 15 quotations, 23 facts". */
export function holdingsInWords(holdings: {
  readonly articles: number;
  readonly quotations: number;
  readonly facts: number;
}): string {
  const { articles, quotations, facts } = holdings;
  return [counted(articles, 'article'), counted(quotations, 'quotation'), counted(facts, 'fact')].join(', ');
}
