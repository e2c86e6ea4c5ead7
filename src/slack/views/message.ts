/** A message that is ready to be sent, and the small builders that views share. */
import type { types } from '@slack/bolt';
import { escapeText, shorten } from './escape.ts';

/** Block Kit as this app uses it. */
export type Block = types.KnownBlock;
export type Element = types.RichTextElement;

/** A message with what is sent when Slack refuses its blocks. */
export interface Rendered {
  /** All of the message as escaped mrkdwn: what screen readers and notifications read, and what is left when blocks are refused. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Slack's limits that this app can come near to. */
export const LIMITS = {
  buttonText: 75,
  buttonValue: 2000,
  section: 3000,
  text: 4000,
  modalTitle: 24,
  modalBlocks: 100,
  messageBlocks: 50,
} as const;

/** A run of plain text in a rich text block. */
export function run(text: string, style?: { bold?: boolean; italic?: boolean }): Element {
  return style ? { type: 'text', text, style } : { type: 'text', text };
}

/** A paragraph of rich text; empty runs are left out, since Slack refuses them. */
export function section(elements: readonly Element[]): types.RichTextSection {
  return { type: 'rich_text_section', elements: elements.filter((e) => e.type !== 'text' || e.text !== '') };
}

/** A rich text block of paragraphs, lists and quotations. */
export function richText(elements: types.RichTextBlock['elements']): types.RichTextBlock {
  return { type: 'rich_text', elements };
}

/** A plain text object in which nothing is read as markup. */
export function plain(text: string, limit: number = LIMITS.section): types.PlainTextElement {
  return { type: 'plain_text', text: shorten(text, limit), emoji: false };
}

/** Small print: lines of plain text, in as many context blocks as they need. */
export function smallPrint(lines: readonly string[]): types.ContextBlock[] {
  return packed(lines, 2000).map((text) => ({ type: 'context', elements: [plain(text)] }));
}

/** Joins lines into texts of at most `limit` characters, never inside a line unless the line alone is longer. */
export function packed(lines: readonly string[], limit: number): string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + line.length + 1 <= limit) texts[texts.length - 1] = `${last}\n${line}`;
    else for (let at = 0; at < line.length; at += limit) texts.push(line.slice(at, at + limit));
  }
  return texts;
}

/** A button; the label is cut to what Slack shows, the value is not. */
export function button(actionId: string, label: string, value: string, primary = false): types.Button {
  return {
    type: 'button',
    action_id: actionId,
    text: plain(label, LIMITS.buttonText),
    value,
    ...(primary ? { style: 'primary' as const } : {}),
  };
}

/** A message without controls. Text is plain: markup in it is shown, not read. */
export function note(...lines: readonly string[]): Rendered {
  const texts = packed(lines, LIMITS.section);
  return { text: escapeText(lines.join('\n')), blocks: texts.map((text) => ({ type: 'section', text: plain(text) })) };
}

/** The same message without rich blocks: sections of escaped text, and the buttons that were there. */
export function simpler(message: Rendered): Rendered {
  const sections: Block[] = packed(message.text.split('\n').filter(Boolean), LIMITS.section).map((text) => ({
    type: 'section',
    text: { type: 'mrkdwn', text },
  }));
  return { text: message.text, blocks: [...sections, ...message.blocks.filter((b) => b.type === 'actions')] };
}
