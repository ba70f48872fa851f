import { attributeOf, classesOf, nameOf } from './elements.ts';
import type { Measures } from './measure.ts';
import type { VisibleBlock } from './visible-blocks.ts';

/** Words in the classes and ids of elements that stand in or beside an article and are none of it. */
const FOREIGN_WORDS = new Set(
  (
    'ad ads advert adverts advertisement advertising advertorial adslot adsense adsbygoogle dfp banner billboard ' +
    'sponsor sponsored sponsors promo promos promotion outbrain taboola zergnet revcontent recirc recirculation ' +
    'related relateds relatedposts recommend recommended recommendation recommendations readmore mostread mostpopular ' +
    'trending popular newsletter newsletters signup subscribe subscription subscriptions regwall paywall share shares ' +
    'sharing sharebar sharedaddy sharetools addtoany addthis social socials socialbar followus sidebar comment comments ' +
    'disqus respond discussion cookie cookies consent gdpr breadcrumb breadcrumbs pagination pager byline bylines ' +
    'dateline timestamp tags taglist toolbar tooltip popup modal overlay donate donation membership toc ' +
    'skiplink jumplink richlink'
  ).split(' '),
);

/** The same where it takes two words, as they stand beside each other. */
const FOREIGN_PAIRS =
  /(?:^| )(?:read (?:more|next|also)|more (?:on|from|stories|articles|news|like)|see also|also read|sign up|most (?:read|popular|viewed)|you may|up next|next up|in other news|author (?:bio|box|info|card|profile|details|meta|name)|about (?:the )?author|post (?:meta|author|date|tags|footer|nav|navigation)|entry (?:meta|footer|utility)|article (?:meta|tags|topics|footer|tools|byline|date|author)|story (?:meta|tags|tools|footer)|posted (?:on|by)|published (?:date|on|at)|publish date|date (?:time|line)|last updated|pub date|skip (?:link|ad|to)|in article (?:ad|promo)|inline (?:ad|promo)|print (?:only|button)|screen reader|follow us|call to action|download app|app (?:promo|download)|video player|audio player|listen to|site (?:header|footer|nav)|page (?:header|footer)|back to|links block|topic list|related link|rich link|newsletter promotion|bookmark card|copyright notice|photo credit|tag links|cat links)(?:$| )/;

/** What a whole block says that is none of the article. */
const FOREIGN_BLOCK = new RegExp(
  `^(?:${[
    'advertisements?',
    'ad',
    'sponsored(?: content)?',
    '(?:story|article|text)? ?(?:continues|continue reading)(?: below| after)?(?: (?:this|the))?(?: ad(?:vertisement)?| (?:main )?story)?',
    '(?:skip|scroll) (?:ad(?:vertisement)?|past newsletter promotion|to (?:main )?content|down to .{0,40}|to continue reading)',
    '(?:after|end of) newsletter promotion',
    'sign up (?:for|to|here)\\b.{0,160}',
    'subscribe (?:to|now|today|here|for)\\b.{0,160}',
    '(?:get|receive) (?:our|the|all the) .{0,120}(?:newsletter|inbox|headlines|alerts)\\b.{0,80}',
    '(?:please )?enter (?:your|a valid) e-?mail.{0,60}',
    '(?:thank you|thanks) for (?:subscribing|signing up|reading).{0,60}',
    'by (?:signing up|subscribing|clicking|submitting|providing|entering)\\b.{0,240}',
    '(?:we|this (?:web)?site) uses? cookies\\b.{0,240}',
    'share(?: this)?(?: (?:article|story|page|post|on .{0,30}|via .{0,30}|options))?',
    '(?:tweet|email|e-mail|print|save|copy link|link copied|copied|whatsapp|facebook|twitter|linkedin|pinterest|reddit|flipboard|telegram|bluesky|threads|x|instagram|youtube|bookmark|gift(?: this)? article|listen(?: to this article)?.{0,30})',
    '(?:facebook|twitter|email|print|share|linkedin|whatsapp|reddit|pinterest|x|copy link|save|messenger|telegram|tweet|flipboard|bluesky|threads)(?:[\\s,|/·]+(?:facebook|twitter|email|print|share|linkedin|whatsapp|reddit|pinterest|x|copy link|save|messenger|telegram|tweet|flipboard|bluesky|threads|more))+',
    '(?:read|see|watch|listen|explore|discover) (?:more|also|next)(?: (?:on|from|about|in) .{0,80}| (?:stories|articles|here))?',
    'related(?: (?:stories|articles|content|topics|coverage|posts|news|links|reading))?',
    '(?:more|latest|top|other|recommended|popular|trending) (?:stories|articles|news|posts|reading|videos|for you|from .{0,40}|on this (?:story|topic))',
    "(?:most (?:read|popular|viewed|shared)|recommended(?: for you)?|trending(?: now)?|you (?:may|might) also like|up next|editors?[’'] picks?|don[’']t miss)",
    '(?:follow|find|like|join) us (?:on|at) .{0,80}',
    "(?:this )?(?:video|audio|content)(?: can(?:not|'t)| is not| isn[’']t) .{0,80}",
    '(?:loading|please wait|play video|watch|video|gallery|photos?|image source|getty images|enlarge(?: this)? image|toggle caption|hide caption|view (?:gallery|image|comments)|open image in .{0,30})[.…]*',
    '(?:\\d+|no|leave a|post a|add a|view|show|hide|join the|see all) ?(?:comments?|repl(?:y|ies)|shares?|likes?|conversation)(?: ?\\(?\\d*\\)?)?',
    '(?:tags?|topics?|filed under|categories|category|posted in|keywords|sections?)(?::.{0,200})?',
    '(?:approx(?:imately|\\.)? )?\\d+ ?[-–]?(?:min(?:ute)?s?)\\.? (?:read|listen|watch)',
    '(?:reading|read) time:? .{0,30}',
    '(?:all rights reserved|copyright|©|\\(c\\)) ?.{0,160}',
    '(?:download|get) (?:the|our) .{0,40}\\bapp\\b.{0,80}',
    '(?:become a (?:member|subscriber)|support (?:our|us|independent) .{0,60}|donate(?: now| today)?|log in|sign in|register|create (?:a free )?account|my account|already a subscriber\\?.{0,40})',
    '(?:previous|next|older|newer)(?: (?:article|post|story|page|entry|posts))?[ :→←»«]*',
    'back to (?:top|home|article)',
    'mehr zum thema|lesen sie auch|anzeige|werbung|à lire aussi|lire aussi|publicité|lea también|le puede interesar|publicidad|leggi anche|lees ook|leia também|läs också|czytaj też',
    'menu|search|close|home|skip|more|top|ok|accept(?: all)?|reject(?: all)?|cancel|continue|next|submit|dismiss',
  ].join('|')})[.!:…»›→>↓]*$`,
  'i',
);
/** Longer blocks are read, whatever they say. */
const LONGEST_FOREIGN = 260;

/** A link around more text is one whose end tag was forgotten, in UTF-16 code units. */
const LONGEST_CARD = 600;

/** What stands before a link to another article in the middle of one. */
const LINK_LABEL =
  /^(?:(?:read|see|watch|listen|hear)(?: (?:more|also|next|here|now))?|also(?: read| on .{0,30})?|related(?: (?:story|article|coverage|content|reading))?|more(?: (?:on|from|coverage|about) .{0,40}| stories| coverage)?|further reading|in case you missed it|icymi|recommended|don[’']t miss|explainer|opinion|analysis|review|video|photos?|gallery|live(?: updates)?|from the archives?|background|previous(?:ly)?|editors?[’'] picks?)\s*[:|–—»>-]/i;
const SENTENCE_END = /[.!?…][\p{Pf}\p{Pe}"'’”]*$/u;
const ANY_MARK = /["“”„«»‘‹›「」『』]/;

/** What is known of a page before it is looked at what in it is none of its article. */
export interface PageParts {
  /** How much text it holds, in UTF-16 code units. */
  readonly whole: number;
  /** The elements around a main heading, or around what the outlet marks as the text: they are never left out. */
  readonly holders: ReadonlySet<Element>;
}

/**
 * Whether an element inside of an article's page is none of the article: advertisements, links to other articles,
 * forms, buttons to share, comments. What holds most of the page's text is never left out, whatever it is called, and
 * neither is a heading.
 */
export function isForeign(element: Element, measures: Measures, { whole, holders }: PageParts): boolean {
  const name = nameOf(element);
  if (holders.has(element) || name === 'html' || name === 'body' || name === 'main' || /^h[1-6]$/.test(name))
    return false;
  const { text, fields } = measures.of(element);
  if (text > whole * 0.4) return false;
  if (name === 'footer' || name === 'address') return nameOf(element.parentElement ?? element) !== 'blockquote';
  if (name === 'form') return true;
  if (
    /^(?:navigation|search|dialog|alertdialog|banner|contentinfo|menu|menubar|toolbar|tablist)$/.test(
      attributeOf(element, 'role'),
    )
  )
    return true;
  if (/(?:^|\s)(?:author|tag|nofollow sponsored)(?:\s|$)/.test(attributeOf(element, 'rel')) && text < 80)
    return name === 'a' && isAlone(element);
  if (/\bauthor\b/.test(attributeOf(element, 'itemprop')) || /Comment$/.test(attributeOf(element, 'itemtype')))
    return true;
  if (name === 'aside' && (measures.linkShare(element) > 0.4 || fields > 0)) return true;
  if ((name === 'ul' || name === 'ol') && measures.linkShare(element) > 0.85 && element.children.length > 1)
    return true;
  if (
    fields > 0 &&
    text < 600 &&
    /newsletter|sign ?up|subscri|e-?mail|log ?in/i.test((element.textContent ?? '').slice(0, 1000))
  ) {
    return name !== 'p' && name !== 'article' && name !== 'section';
  }
  return isNamedForeign(element);
}

/** Whether a block in the midst of an article's text is none of it, by what it says. */
export function isForeignBlock(block: VisibleBlock, measures: Measures): boolean {
  const { text, element } = block;
  if (text.length > LONGEST_FOREIGN) return false;
  if (!ANY_MARK.test(text) && FOREIGN_BLOCK.test(text)) return true;
  if (isInCard(element, measures)) return true;
  if (block.heading !== null) return block.heading > 1 && measures.linkShare(headingOf(element)) > 0.95;
  const around = nameOf(element) === 'a' ? (element.parentElement ?? element) : element;
  const holder = element.closest('p, li, div, td') ?? around;
  const links = measures.linkShare(holder);
  const isWhole = Math.abs(measures.of(holder).text - text.length) <= text.length * 0.2 + 10;
  if (!isWhole) return false;
  if (LINK_LABEL.test(text) && links > 0.3) return true;
  return links > 0.95 && !SENTENCE_END.test(text);
}

/** Whether a block stands in a link that holds several: the card of another article. */
function isInCard(element: Element, measures: Measures): boolean {
  const link = element.closest('a[href]');
  if (!link || measures.of(link).text > LONGEST_CARD || link.closest('p')) return false;
  return link.querySelector('p, div, h2, h3, h4, h5, img, picture, figure') !== null;
}

function headingOf(element: Element): Element {
  return element.closest('h1, h2, h3, h4, h5, h6') ?? element;
}

/** WordPress gives an article a class for each category and tag that it is in, whatever they are called. */
const TAXONOMY = /(?:^|\s)(?:tag|category|term)-[\w-]+/g;

/** Attributes, beside class and id, in which sites name what an element is. */
const NAMING = ['data-testid', 'data-component', 'data-qa', 'data-spacefinder-role', 'aria-label'];

/** The names of an element as single words: `ArticleBody__relatedLinks-2` is `article body related links 2`. */
export function namesOf(element: Element): string {
  const others = NAMING.map((name) => attributeOf(element, name)).join(' ');
  const name = nameOf(element) === 'section' ? attributeOf(element, 'name') : '';
  return `${classesOf(element).replace(TAXONOMY, ' ')} ${others} ${name}`
    .slice(0, 500)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function isNamedForeign(element: Element): boolean {
  const names = namesOf(element);
  if (names === '') return false;
  if (/(?:^| )(?:pull ?quote|blockquote|quote|caption)(?:$| )/.test(names)) return false;
  return names.split(' ').some((word) => FOREIGN_WORDS.has(word)) || FOREIGN_PAIRS.test(names);
}

/** Whether an element is all that stands in the one around it. */
function isAlone(element: Element): boolean {
  return (element.parentElement?.textContent ?? '').trim().length <= (element.textContent ?? '').trim().length + 12;
}
