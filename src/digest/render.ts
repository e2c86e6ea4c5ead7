/** A digest as a Slack message: blocks, and a text that says all of it. */
import type { types } from '@slack/bolt';
import type { DigestContent, DigestItem, Section } from './compose.ts';
import { HEADINGS, sayDay, sayMore, sayNothingNew, saySource, sayWindow } from './wording.ts';

/** A message as `chat.postMessage` takes it. */
export interface DigestMessage {
  /** Escaped mrkdwn with everything in it: what screen readers read, and what is left when Slack refuses the blocks. */
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
}

/** What stands around the content. */
export interface DigestFrame {
  /** The slot's local day. */
  readonly day: string;
  readonly zone: string;
  readonly from: number;
  readonly to: number;
  /** User id of who set it up. */
  readonly by: string;
  /** Remarks on earlier digests. */
  readonly notices: readonly string[];
  /** Which note to give when the content is empty. */
  readonly note: 'daily' | 'weekly';
}

/** The action of a "Show Sources" button is this and ":" and a number; its value is the item's key. */
export const SOURCES_ACTION = 'digest_sources';

/** Renders a digest. At most eight items make at most 18 blocks. */
export function renderDigest(content: DigestContent, frame: DigestFrame): DigestMessage {
  const title = `Digest of ${sayDay(frame.day)}`;
  const window = sayWindow(frame.from, frame.to, frame.zone);
  const by = `Set up by <@${frame.by}> · change it with /footnote digest`;
  const items = content.empty ? [] : content.items;
  const more = sayMore(content.more);
  const nothing = content.empty ? sayNothingNew(frame.note === 'weekly') : null;
  const sources = items.length > 0 ? content.citations.map(saySource) : [];
  const remarks = [...(more ? [more] : []), ...frame.notices];

  const blocks: types.KnownBlock[] = [
    { type: 'header', text: plain(title) },
    { type: 'context', elements: [plain(window)] },
  ];
  const lines = [`*${title}*`, escaped(window)];
  if (nothing) {
    blocks.push({ type: 'section', text: plain(nothing) });
    lines.push(escaped(nothing));
  }
  let section: Section | null = null;
  for (const [index, item] of items.entries()) {
    if (item.section !== section) {
      section = item.section;
      blocks.push({ type: 'section', text: { type: 'mrkdwn', text: `*${HEADINGS[section]}*` } });
      lines.push(`*${HEADINGS[section]}*`);
    }
    blocks.push(itemBlock(item, index));
    lines.push(`• ${escaped(sayItem(item))}`);
  }
  if (sources.length > 0) {
    blocks.push({ type: 'context', elements: [plain(sources.join('\n'))] });
    lines.push('Sources:', ...sources.map(escaped));
  }
  for (const remark of remarks) {
    blocks.push({ type: 'context', elements: [plain(remark)] });
    lines.push(escaped(remark));
  }
  blocks.push({ type: 'context', elements: [{ type: 'mrkdwn', text: by }] });
  lines.push(by);
  return { text: lines.join('\n'), blocks };
}

/** Says an item in one line with its footnotes: "4 years ago: … [1][2]". */
function sayItem({ lead, text, notes }: DigestItem): string {
  return `${lead ? `${lead}: ` : ''}${text}${notes.length > 0 ? ` ${notes.map((n) => `[${n}]`).join('')}` : ''}`;
}

function itemBlock(item: DigestItem, index: number): types.SectionBlock {
  const text = plain(sayItem(item));
  if (item.notes.length === 0) return { type: 'section', text };
  const button = {
    type: 'button',
    action_id: `${SOURCES_ACTION}:${index}`,
    text: plain('Show Sources'),
    value: item.key,
  } as const;
  return { type: 'section', text, accessory: button };
}

/** Plain text: nothing in it is read as markup, so nothing from the store can ping anyone. */
function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
