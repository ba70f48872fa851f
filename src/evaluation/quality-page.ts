const BEGIN = '<!-- evaluate:begin -->';
const END = '<!-- evaluate:end -->';

/** Where a run's tables go in the page, or why they cannot. */
export type FilledPage =
  | { readonly kind: 'filled'; readonly page: string }
  | { readonly kind: 'faulty'; readonly reason: string };

/** The page with what stands between its two markers replaced. */
export function fillQualityPage(page: string, measured: string): FilledPage {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) {
    return { kind: 'faulty', reason: `it needs the line ${BEGIN} and below it the line ${END}` };
  }
  return { kind: 'filled', page: `${page.slice(0, begin + BEGIN.length)}\n\n${measured}\n\n${page.slice(end)}` };
}
