import { randomBytes } from 'node:crypto';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Block as LibraryBlock, Message, type RichTextBlockElement } from 'slack-blocks-to-jsx';
import type { Block } from '../../block-kit/blocks.ts';
import type { ActiveElement } from '../../block-kit/elements.ts';
import type { InlineElement } from '../../block-kit/rich-text.ts';
import type { Entered } from '../../workspace.ts';
import { type ControlSetting, controlHtml, type Directory, ownInitialValue } from './control-html.ts';
import { attributes, escapeHtml } from './escape-html.ts';
import { tidyLibraryHtml } from './library-html.ts';
import { inlineElementHtml } from './rich-text-html.ts';
import { mrkdwnHtml, type Names, plainHtml } from './text-html.ts';

/** Where blocks stand: for whom they are drawn, and under which ids their fields go. */
export interface Setting {
  readonly names: Names;
  readonly directory: Directory;
  /** Letters, digits and hyphens; different for each message and view. */
  readonly scope: string;
  /** What the fields hold at first; what is left out is taken from the elements themselves. */
  readonly initial: Entered;
}

/**
 * Block Kit as HTML for our page.
 *
 * slack-blocks-to-jsx draws the blocks. It reads all text as Markdown of GitHub's kind, plain text too, and its fields
 * need React in the browser; so words and controls go round it: each is replaced by a mark that nobody can guess, the
 * library draws the marks, and each mark is then replaced by what it stands for. Pictures are not loaded (the page
 * makes no request outside of this machine): their description stands in their place.
 *
 * Misses: lists are drawn without their indent.
 */
export function blocksHtml(blocks: readonly Block[], setting: Setting): string {
  return blocks
    .map((block, index) => new Drawing(block.block_id, { ...setting, scope: `${setting.scope}-${index}` }).draw(block))
    .join('');
}

type InputBlock = Extract<Block, { readonly type: 'input' }>;
type SectionBlock = Extract<Block, { readonly type: 'section' }>;
type RichTextPart = Extract<Block, { readonly type: 'rich_text' }>['elements'][number];
type TextObject = NonNullable<SectionBlock['text']>;
type Picture = Extract<Block, { readonly type: 'image' }>;

/** One block while it is drawn. */
class Drawing {
  private readonly nonce = `m${randomBytes(12).toString('hex')}x`;
  private readonly texts: string[] = [];
  private readonly controls: string[] = [];
  private readonly blockId: string;
  private readonly setting: Setting;

  constructor(blockId: string, setting: Setting) {
    this.blockId = blockId;
    this.setting = setting;
  }

  draw(block: Block): string {
    if (block.type === 'input') return this.inputBlock(block);
    const props = { blocks: [this.marked(block)], logo: '', name: '', withoutWrapper: true };
    return this.withoutMarks(tidyLibraryHtml(renderToStaticMarkup(createElement(Message, props))));
  }

  /** A field with its label, hint and room for what is wrong with it. */
  private inputBlock({ element, label, hint, optional, dispatch_action }: InputBlock): string {
    const { id, ...setting } = this.controlSetting(element, dispatch_action === true);
    const isGroup = element.type === 'radio_buttons' || element.type === 'checkboxes';
    const labelling = attributes({ class: 'field-label', id: `${id}-label`, for: isGroup ? null : id });
    const tag = isGroup ? 'span' : 'label';
    const optionalHtml = optional ? ' <span class="field-optional">optional</span>' : '';
    const hintAttributes = attributes({ id: `${id}-hint`, class: 'field-hint' });
    const hintHtml = hint ? `<p${hintAttributes}>${plainHtml(hint.text)}</p>` : '';
    const describedBy = hint ? `${id}-hint ${id}-error` : `${id}-error`;
    return [
      `<div${attributes({ class: 'field', 'data-input-block': this.blockId })}>`,
      `<${tag}${labelling}>${plainHtml(label.text)}${optionalHtml}</${tag}>`,
      controlHtml(element, { ...setting, id, describedBy, isInForm: true }),
      hintHtml,
      `<p${attributes({ id: `${id}-error`, class: 'field-error', hidden: true })}></p></div>`,
    ].join('');
  }

  /** The block with a mark for every text, picture and control. */
  private marked(block: Exclude<Block, InputBlock>): LibraryBlock {
    switch (block.type) {
      case 'header':
        return { type: 'header', text: this.text(block.text) };
      case 'divider':
      case 'markdown':
        return block;
      case 'context':
        return { type: 'context', elements: block.elements.map((one) => this.textOrPicture(one)) };
      case 'image':
        return { type: 'context', elements: [this.textOrPicture(block)] };
      case 'actions':
        return { type: 'actions', elements: block.elements.map((element) => this.control(element)) };
      case 'rich_text':
        return { type: 'rich_text', elements: block.elements.map((part) => this.richTextPart(part)) };
      case 'section':
        return this.section(block);
    }
  }

  private section({ text, fields, accessory }: SectionBlock): LibraryBlock {
    const picture = accessory?.type === 'image' ? [this.textOrPicture(accessory)] : [];
    const below = [...(fields ?? []).map((field) => this.text(field)), ...picture];
    return {
      type: 'section',
      ...(text ? { text: this.text(text) } : {}),
      ...(below.length > 0 ? { fields: below } : {}),
      ...(accessory && accessory.type !== 'image' ? { accessory: this.control(accessory) } : {}),
    };
  }

  private richTextPart(part: RichTextPart): RichTextBlockElement {
    const line = (elements: readonly InlineElement[]) =>
      elements.map((element) => {
        return { type: 'text' as const, text: this.mark(inlineElementHtml(element, this.setting.names)) };
      });
    switch (part.type) {
      case 'rich_text_section':
        return { type: part.type, elements: line(part.elements) };
      case 'rich_text_quote':
        return { type: part.type, elements: line(part.elements) };
      case 'rich_text_preformatted':
        return { type: part.type, elements: line(part.elements) };
      case 'rich_text_list':
        return {
          type: part.type,
          style: part.style,
          elements: part.elements.map((item) => ({ type: item.type, elements: line(item.elements) })),
        };
    }
  }

  private textOrPicture(element: TextObject | Picture | Omit<Picture, 'block_id'>) {
    if (element.type !== 'image') return this.text(element);
    return this.plain(`<span class="picture">Picture: ${escapeHtml(element.alt_text)}</span>`);
  }

  private text({ type, text }: TextObject) {
    return this.plain(type === 'mrkdwn' ? mrkdwnHtml(text, this.setting.names) : plainHtml(text));
  }

  private plain(html: string) {
    return { type: 'plain_text' as const, text: this.mark(html), emoji: false };
  }

  private mark(html: string): string {
    this.texts.push(html);
    return `${this.nonce}t${this.texts.length - 1}e`;
  }

  /** A button for the library to draw, whose id is a mark. */
  private control(element: ActiveElement) {
    this.controls.push(controlHtml(element, this.controlSetting(element, true)));
    const id = `${this.nonce}c${this.controls.length - 1}e`;
    return { type: 'button' as const, action_id: id, text: { type: 'plain_text' as const, text: '-' } };
  }

  private controlSetting(element: ActiveElement, sendsAtOnce: boolean): ControlSetting {
    const { scope, initial, names, directory } = this.setting;
    const entered = initial[this.blockId]?.[element.action_id];
    return {
      blockId: this.blockId,
      id: `${scope}-${element.action_id.replace(/[^\w-]/g, '_')}`,
      value: entered === undefined ? ownInitialValue(element) : entered,
      sendsAtOnce,
      isInForm: false,
      describedBy: null,
      names,
      directory,
    };
  }

  /** Words lose the paragraph and spans that the library puts around them: a block quote could not stand in those. */
  private withoutMarks(html: string): string {
    const { nonce } = this;
    const button = new RegExp(`<button[^>]* id="${nonce}c(\\d+)e"[^>]*>[\\s\\S]*?</button>`, 'g');
    const paragraph = new RegExp(`<p>(?:<span>)*${nonce}t(\\d+)e(?:</span>)+</p>`, 'g');
    const words = new RegExp(`<span class="bk-rich-text[^"]*">${nonce}t(\\d+)e</span>`, 'g');
    return html
      .replace(button, (_, index) => this.controls[Number(index)] ?? '')
      .replace(paragraph, (_, index) => `<div class="bk-words">${this.texts[Number(index)] ?? ''}</div>`)
      .replace(words, (_, index) => this.texts[Number(index)] ?? '');
  }
}
