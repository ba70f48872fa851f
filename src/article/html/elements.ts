/** Elements that a browser sets on lines of their own, so that a paragraph ends where one begins or ends. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p ' +
    'plaintext pre search section summary table tbody tfoot thead tr ul xmp'
  ).split(' '),
);

/** Elements whose content nobody reads as part of the text. */
const UNREAD = new Set(
  (
    'applet area audio base basefont button canvas command datalist dialog embed frame frameset head iframe img input ' +
    'keygen link map math meta meter nav noembed noframes noscript object option optgroup param picture progress rp rt ' +
    'script select source style svg template textarea title track video amp-ad amp-embed amp-img amp-video ' +
    'amp-analytics amp-iframe amp-sidebar amp-consent amp-state amp-carousel'
  ).split(' '),
);

/** Names that sites give to words for screen readers alone. */
const FOR_SCREEN_READERS =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only|-response)?|assistive-text|offscreen|show-for-sr|u-hidden)(?:$|[\s_-])/i;

/** Names that sites give to pull quotes. */
const PULL_QUOTE =
  /(?:^|[\s_-])(?:pull-?_?quotes?|pulled-?quote|quote-?pull|breakout-?quote|callout-?quote|featured-?quote)(?:$|[\s_-])/i;

const CAPTION = /(?:^|[\s_-])(?:caption|wp-caption-text|image-?caption|photo-?caption|gallery-?caption)(?:$|[\s_-])/i;

const INVISIBLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const DISPLAY = /(?:^|;)\s*display\s*:\s*(inline|block)\b/i;

/** An attribute by its name, however its letters are written in the page; empty where it is not there. */
export function attributeOf(element: Element, name: string): string {
  return element.getAttribute(name) ?? element.getAttribute(name.toUpperCase()) ?? '';
}

/** The name of an element in small letters. */
export function nameOf(element: Element): string {
  return element.localName.toLowerCase();
}

/** The classes and the id of an element, as one text to look for names in. */
export function classesOf(element: Element): string {
  return `${attributeOf(element, 'class')} ${attributeOf(element, 'id')}`;
}

/** Whether a browser shows nothing of an element, or nothing that is text. */
export function isUnread(element: Element): boolean {
  const name = nameOf(element);
  if (UNREAD.has(name)) return !(name === 'dialog' && element.hasAttribute('open'));
  if (element.hasAttribute('hidden')) return attributeOf(element, 'hidden') !== 'until-found';
  return INVISIBLE.test(attributeOf(element, 'style')) || FOR_SCREEN_READERS.test(attributeOf(element, 'class'));
}

/** Whether a paragraph ends where this element begins and where it ends. */
export function isBlock(element: Element): boolean {
  const display = DISPLAY.exec(attributeOf(element, 'style'))?.[1];
  if (display) return display.toLowerCase() === 'block';
  return BLOCKS.has(nameOf(element));
}

/** Whether a site says of an element that it is a pull quote. */
export function isPullQuote(element: Element): boolean {
  return PULL_QUOTE.test(attributeOf(element, 'class')) || attributeOf(element, 'role') === 'doc-pullquote';
}

/** Whether an element stands under a picture and tells of it. */
export function isCaption(element: Element): boolean {
  const name = nameOf(element);
  return name === 'figcaption' || (name !== 'figure' && CAPTION.test(attributeOf(element, 'class')));
}
