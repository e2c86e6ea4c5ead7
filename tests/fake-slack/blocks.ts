/** Checks Block Kit against Slack's documented limits (SLACK.md, section 2). Stricter than Slack where Slack is lax. */

type Json = Record<string, unknown>;
/** Where blocks are shown. */
export type Surface = 'message' | 'modal' | 'home';

const SURFACES: Record<string, readonly Surface[]> = {
  section: ['message', 'modal', 'home'],
  header: ['message', 'modal', 'home'],
  context: ['message', 'modal', 'home'],
  actions: ['message', 'modal', 'home'],
  divider: ['message', 'modal', 'home'],
  input: ['message', 'modal', 'home'],
  rich_text: ['message', 'modal', 'home'],
  context_actions: ['message'],
};

/** Gives every problem of a list of blocks; an empty list means that Slack takes them. */
export function blockProblems(blocks: unknown, surface: Surface): string[] {
  const problems: string[] = [];
  const bad = (at: string, what: string) => problems.push(`${at}: ${what}`);
  if (!Array.isArray(blocks)) return ['blocks: not a list'];
  if (blocks.length > (surface === 'message' ? 50 : 100)) bad('blocks', `${blocks.length} are too many`);
  const blockIds = new Set<string>();
  const actionIds = new Set<string>();
  const unique = (at: string, id: unknown, ids: Set<string>) => {
    if (id === undefined) return;
    if (typeof id !== 'string' || id.length === 0 || id.length > 255) bad(at, 'an id has 1 to 255 characters');
    else if (ids.has(id)) bad(at, `the id ${id} is used twice`);
    else ids.add(id);
  };

  const text = (at: string, value: unknown, limit: number, kinds = ['plain_text', 'mrkdwn']) => {
    const t = value as Json | undefined;
    if (!t || typeof t !== 'object' || !kinds.includes(String(t.type))) return bad(at, `is not ${kinds.join(' or ')}`);
    if (typeof t.text !== 'string' || t.text.length === 0) return bad(at, 'has no text');
    if (t.text.length > limit) bad(at, `has ${t.text.length} characters, more than ${limit}`);
    if (t.type === 'mrkdwn' && /<!(?:channel|here|everyone)/.test(t.text)) bad(at, 'pings everybody');
  };

  const element = (at: string, e: Json) => {
    unique(at, e.action_id, actionIds);
    switch (e.type) {
      case 'button':
        text(`${at}.text`, e.text, 75, ['plain_text']);
        if (String(e.value ?? '').length > 2000) bad(at, 'the value is longer than 2000');
        if (!e.action_id) bad(at, 'has no action_id');
        return;
      case 'feedback_buttons':
        for (const side of ['positive_button', 'negative_button']) {
          const b = e[side] as Json;
          text(`${at}.${side}.text`, b?.text, 75, ['plain_text']);
          if (typeof b?.value !== 'string' || b.value.length > 2000)
            bad(at, `${side}: the value is missing or longer than 2000`);
          if (String(b?.accessibility_label ?? '').length > 75)
            bad(at, `${side}: the accessibility_label is longer than 75`);
        }
        return;
      case 'checkboxes':
      case 'radio_buttons': {
        const options = e.options as Json[];
        if (!Array.isArray(options) || options.length < 1 || options.length > 10)
          return bad(at, 'needs 1 to 10 options');
        options.forEach((o, i) => text(`${at}.options[${i}]`, o.text, 75));
        return;
      }
      case 'multi_static_select': {
        const options = e.options as Json[];
        if (!Array.isArray(options) || options.length < 1 || options.length > 100)
          return bad(at, 'needs 1 to 100 options');
        return options.forEach((o, i) => text(`${at}.options[${i}]`, o.text, 75, ['plain_text']));
      }
      case 'plain_text_input':
        if (Number(e.max_length ?? 1) > 3000) bad(at, 'max_length is more than 3000');
        return;
      case 'plain_text':
      case 'mrkdwn':
        return text(at, e, 2000);
      default:
        bad(at, `the element ${String(e.type)} is not known`);
    }
  };

  const richElements = (at: string, list: unknown) => {
    if (!Array.isArray(list)) return bad(at, 'has no elements');
    list.forEach((e: Json, i) => {
      const here = `${at}[${i}]`;
      if (e.type === 'text' && (typeof e.text !== 'string' || e.text === '')) bad(here, 'has no text');
      else if (e.type === 'user' && typeof e.user_id !== 'string') bad(here, 'has no user_id');
      else if (!['text', 'user', 'link'].includes(String(e.type)))
        bad(here, `the element ${String(e.type)} is not known`);
    });
  };

  blocks.forEach((block: Json, i) => {
    const at = `blocks[${i}]`;
    const type = String(block.type);
    const elements = block.elements as Json[] | undefined;
    if (!SURFACES[type]?.includes(surface)) return bad(at, `${type} is not for a ${surface}`);
    unique(at, block.block_id, blockIds);
    if (type === 'section') {
      text(`${at}.text`, block.text, 3000);
      if (block.accessory) element(`${at}.accessory`, block.accessory as Json);
    }
    if (type === 'header') text(`${at}.text`, block.text, 150, ['plain_text']);
    if (type === 'input') {
      text(`${at}.label`, block.label, 2000, ['plain_text']);
      element(`${at}.element`, block.element as Json);
    }
    if (['context', 'actions', 'context_actions'].includes(type)) {
      const limit = type === 'actions' ? 25 : type === 'context' ? 10 : 5;
      if (!Array.isArray(elements) || elements.length === 0 || elements.length > limit)
        return bad(at, `needs 1 to ${limit} elements`);
      elements.forEach((e, n) => element(`${at}.elements[${n}]`, e));
    }
    if (type === 'rich_text') {
      if (!Array.isArray(elements) || elements.length === 0) return bad(at, 'has no elements');
      elements.forEach((part, n) => {
        const here = `${at}.elements[${n}]`;
        if (part.type === 'rich_text_list')
          (part.elements as Json[]).forEach((item, k) => richElements(`${here}[${k}]`, item.elements));
        else if (['rich_text_section', 'rich_text_quote'].includes(String(part.type)))
          richElements(here, part.elements);
        else bad(here, `${String(part.type)} is not known`);
      });
    }
  });
  return problems;
}

/** Gives every problem of a modal or a Home tab. */
export function viewProblems(view: Json): string[] {
  const problems = blockProblems(view.blocks, view.type === 'home' ? 'home' : 'modal');
  const label = (name: string) => {
    const t = view[name] as Json | undefined;
    if (t && (t.type !== 'plain_text' || String(t.text).length > 24 || !t.text))
      problems.push(`${name}: needs plain text of at most 24 characters`);
  };
  if (!['modal', 'home'].includes(String(view.type))) problems.push('type: is modal or home');
  if (view.type === 'modal' && !view.title) problems.push('title: is missing');
  for (const name of ['title', 'submit', 'close']) label(name);
  if (String(view.private_metadata ?? '').length > 3000) problems.push('private_metadata: longer than 3000');
  const hasInput = Array.isArray(view.blocks) && view.blocks.some((b: Json) => b.type === 'input');
  if (view.type === 'modal' && hasInput && !view.submit) problems.push('submit: is needed with an input');
  return problems;
}
