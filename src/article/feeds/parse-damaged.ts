import { type AnyFeed, parseFeed } from 'feedsmith';

const ITEM_START = /<((?:[\w-]+:)?(?:item|entry))(?=[\s>])/i;

const FRAME_END = /<\/(?:[\w-]+:)?(?:channel|rss|rdf|feed)\s*>$/i;

/** A feed as it was parsed. */
export interface ParsedFeed {
  /** In one; a damaged feed in several, one behind the other. */
  readonly parsed: readonly AnyFeed[];
  /** How many of its items were too damaged. */
  readonly damaged: number;
}

/**
 * Parses a feed. Where it is no well-formed XML, as it is where the download was cut off or one item is damaged, its
 * items are parsed apart from each other, and those that cannot be are left out; null where nothing can be read.
 *
 * What a document type declares (entities within entities, files to be read) is never looked at.
 */
export function parseDamaged(text: string): ParsedFeed | null {
  const clean = withoutDoctype(text);
  const whole = parsedOr(clean);
  const name = whole?.format === 'json' ? undefined : ITEM_START.exec(clean)?.[1];
  if (!name) return whole && { parsed: [whole], damaged: 0 };
  const parts = clean.split(new RegExp(`(?=<${name}[\\s>])`, 'i'));
  // An element that never ends hides the items behind it; one that stands in a comment or a text is no item.
  if (whole && itemsIn(whole) >= parts.length - 1) return { parsed: [whole], damaged: 0 };
  const single = parseApart(parts, name);
  return whole && parts.length - 1 - (single?.damaged ?? parts.length) <= itemsIn(whole)
    ? { parsed: [whole], damaged: 0 }
    : single;
}

/** @param parts what stands before the first item, and then each item with what stands behind it */
function parseApart(parts: readonly string[], name: string): ParsedFeed | null {
  const frame = frameOf(parts[0] ?? '');
  if (!frame) return null;
  const close = `</${name.toLowerCase()}`;
  const items = parts.slice(1).map((part) => {
    const end = part.toLowerCase().lastIndexOf(close);
    return end < 0 ? `${withoutFrame(part)}</${name}>` : part.slice(0, part.indexOf('>', end) + 1);
  });
  const parsed = parseHalves(items, frame);
  const count = parsed.reduce((sum, feed) => sum + itemsIn(feed), 0);
  return count > 0 ? { parsed, damaged: parts.length - 1 - count } : null;
}

/** All items at once where they are sound, else each half by itself: a few damaged ones are found in a few steps. */
function parseHalves(items: readonly string[], frame: Frame): readonly AnyFeed[] {
  if (items.length === 0) return [];
  const parsed = parsedOr(frame.open + items.join('\n') + frame.close);
  if (parsed && itemsIn(parsed) >= items.length) return [parsed];
  if (items.length === 1) return [];
  const middle = items.length >> 1;
  return [...parseHalves(items.slice(0, middle), frame), ...parseHalves(items.slice(middle), frame)];
}

/** Without the ends of what items stand in. */
function withoutFrame(part: string): string {
  let rest = part.trimEnd();
  for (let inner = ''; inner !== rest; ) {
    inner = rest;
    rest = inner.replace(FRAME_END, '').trimEnd();
  }
  return rest;
}

function itemsIn(parsed: AnyFeed): number {
  return (parsed.format === 'atom' ? parsed.feed.entries : parsed.feed.items)?.length ?? 0;
}

function parsedOr(text: string): AnyFeed | null {
  try {
    return parseFeed(text);
  } catch {
    return null;
  }
}

interface Frame {
  readonly open: string;
  readonly close: string;
}

/** The elements that are open before the first item, and their ends. */
function frameOf(head: string): Frame | null {
  const root = /<((?:[\w-]+:)?(?:rss|rdf|feed))(?:\s[^<>]*)?>/i.exec(head);
  if (!root?.[1]) return null;
  const behind = head.slice(root.index);
  const channel = /<(channel)(?:\s[^<>]*)?>/i.exec(behind);
  const isOpen = channel !== null && !/<\/channel\s*>/i.test(behind);
  const names = [root[1], ...(isOpen ? [channel[1] ?? ''] : [])];
  return {
    open: behind,
    close: names
      .reverse()
      .map((name) => `</${name}>`)
      .join(''),
  };
}

/** From the first element on that is a feed: a broken server prints warnings before it. */
function withoutDoctype(text: string): string {
  const start = text.search(/<(?:[\w-]+:)?(?:rss|rdf|feed)[\s>]/i);
  return start < 0 ? text : text.slice(start);
}
