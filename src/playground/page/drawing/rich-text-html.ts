import type { InlineElement } from '../../block-kit/rich-text.ts';
import { escapeHtml, linkHtml } from './escape-html.ts';
import { broadcastHtml, channelHtml, type Names, plainHtml, userHtml } from './text-html.ts';

/** A piece of a line of rich text as HTML: every word literal, links only where a browser may go. */
export function inlineElementHtml(element: InlineElement, names: Names): string {
  return styled(unstyled(element, names), element.style);
}

function unstyled(element: InlineElement, names: Names): string {
  switch (element.type) {
    case 'text':
      return plainHtml(element.text);
    case 'link':
      return linkHtml(element.url, escapeHtml(element.text ?? element.url));
    case 'user':
      return userHtml(element.user_id, names);
    case 'channel':
      return channelHtml(element.channel_id, names);
    case 'broadcast':
      return broadcastHtml(element.range);
    case 'usergroup':
      return broadcastHtml(element.usergroup_id);
    case 'emoji':
      return escapeHtml(`:${element.name}:`);
  }
}

function styled(html: string, style: InlineElement['style']): string {
  let result = html;
  if (style?.code) result = `<code>${result}</code>`;
  if (style?.underline) result = `<u>${result}</u>`;
  if (style?.strike) result = `<s>${result}</s>`;
  if (style?.italic) result = `<em>${result}</em>`;
  if (style?.bold) result = `<strong>${result}</strong>`;
  return result;
}
