/**
 * Characters that show nothing but change how their neighbours read, or what a screen does: controls (a terminal's
 * escapes begin with one), bidirectional overrides, zero-width marks, tag characters, halves of a surrogate pair that
 * stand alone. Variation selectors stay: they choose a glyph.
 */
const INVISIBLE = /(?![\n\t\p{Variation_Selector}])[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** A text without characters that nobody sees; line ends become `\n`. */
export function clean(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(INVISIBLE, '');
}

/** The same in one line: a line end within it could pass for the end of ours. */
export function cleanLine(text: string): string {
  return clean(text).replace(/[ \t]*\n\s*/g, ' ');
}
