/** What static site generators put between marks of their own, for a template to fill: opening and closing mark. */
const SHORTCODES: readonly (readonly [string, string])[] = [
  ['{{<', '>}}'],
  ['{{%', '%}}'],
  ['{{', '}}'],
  ['{%', '%}'],
  ['{:', '}'],
];
/** Further apart, two marks do not belong together, in UTF-16 code units. */
const LONGEST = 2000;

/**
 * Markdown without the shortcodes of Hugo (`{{< figure src="a.jpg" >}}`), Jekyll (`{% include ad.html %}`) and
 * kramdown (`{: .lead}`); what stands between an opening and a closing one is kept. A closed comment is left out too.
 */
export function withoutShortcodes(markdown: string): string {
  return SHORTCODES.reduce((text, [open, close]) => without(text, open, close), markdown).replace(
    /^(#{1,6}[ \t].*?)[ \t]*\{#[\w-]{1,100}\}[ \t]*$/gm,
    '$1',
  );
}

/** Goes through a text once: where the next closing mark stands is looked for only behind the last one. */
function without(text: string, open: string, close: string): string {
  const kept: string[] = [];
  let done = 0;
  let closing = -1;
  for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, Math.max(start + 1, done))) {
    if (closing < start + open.length) closing = text.indexOf(close, start + open.length);
    if (closing < 0) break;
    if (closing - start > LONGEST) continue;
    kept.push(text.slice(done, start));
    done = closing + close.length;
  }
  return kept.join('') + text.slice(done);
}
