/** `/footnote digest`: setting a channel's digest up, trying it, pausing and ending it. */

import {
  checkSettings,
  type DigestSource,
  draftDigest,
  knownZone,
  nextSlot,
  SOURCES_ACTION,
} from '../../digest/index.ts';
import type { DigestSettings, Storage, Subscription } from '../../storage/index.ts';
import type { DigestCommand, DigestRequest } from '../digest.ts';
import type { ActionArgs, ListenerTable, ViewArgs } from '../listeners/table.ts';
import { note, plain, sourceLine } from '../views/index.ts';
import { type DigestChannelParts, digestChannels } from './channels.ts';
import { DIGEST_FORM, digestForm, readDigestForm } from './form.ts';

/** What setting digests up works with. */
export interface DigestSetupParts {
  readonly storage: Pick<Storage, 'subscriptions' | 'deliveries' | 'unanswered'>;
  readonly source: () => DigestSource;
  /** Now, epoch ms. */
  readonly clock: () => number;
  readonly logger: DigestChannelParts['logger'];
}

const USAGE = [
  '/footnote digest: set up this channel’s daily digest',
  '/footnote digest preview: see the next one, privately',
  '/footnote digest pause, resume, off: stop it for a while, go on, end it',
  '/footnote digest list: all digests of this workspace',
];
const DEFAULTS: DigestSettings = {
  time: '09:00',
  zone: 'UTC',
  weekdays: [1, 2, 3, 4, 5],
  topics: [],
  whenEmpty: 'skip',
};

/** Gives the command and its listeners, as `startSlack` takes them. */
export function digestSetup(parts: DigestSetupParts): {
  readonly command: DigestCommand;
  readonly listeners: Partial<ListenerTable>;
} {
  return {
    command: (request) => command(parts, request),
    listeners: {
      views: { [DIGEST_FORM]: (args) => save(parts, args) },
      actions: { [SOURCES_ACTION]: (args) => showSources(parts, args) },
      events: digestChannels(parts),
    },
  };
}

async function command(parts: DigestSetupParts, request: DigestRequest): Promise<void> {
  const { storage, source, clock } = parts;
  const { text, team, channel, reply } = request;
  const { subscriptions } = storage;
  const current = await subscriptions.find(team, channel);
  const word = text.trim().toLowerCase();
  if (word === '') {
    const settings = current ?? { ...DEFAULTS, zone: await zoneOf(request) };
    await request.client.views.open({
      trigger_id: request.triggerId,
      view: digestForm(channel, settings, source().topics),
    });
    return;
  }
  if (word === 'list') {
    const all = await subscriptions.list(team);
    return reply(
      all.length === 0 ? note('This workspace has no digests.') : { text: all.map(line).join('\n'), blocks: [] },
    );
  }
  if (!['preview', 'pause', 'resume', 'off'].includes(word)) return reply(note(`I don't know “${word}”.`, ...USAGE));
  if (!current) return reply(note('This channel has no digest. Set one up with /footnote digest.'));
  if (word === 'preview') {
    const { message } = await draftDigest(parts, current, nextSlot(current, clock()).slot, clock());
    return reply(message ?? note('Nothing would be posted: there is nothing new.'));
  }
  if (word === 'pause') {
    await subscriptions.pause(team, channel, `paused by <@${request.user}>`);
    return reply(note('The digest is paused. /footnote digest resume goes on.'));
  }
  if (word === 'resume') {
    await subscriptions.resume(team, channel, nextSlot(current, clock()));
    return reply(note(`The digest goes on: ${current.time} (${current.zone}).`));
  }
  await subscriptions.remove(team, channel);
  return reply(note('The digest has ended, and what it had shown is forgotten.'));
}

/** One digest in the list; Slack shows the names for the ids. */
function line({ channel, time, zone, state, by, pausedWhy }: Subscription): string {
  return `• <#${channel}> ${time} (${zone}), set up by <@${by}>${state === 'paused' ? `; paused: ${pausedWhy}` : ''}`;
}

/** The user's own zone, if the optional scope users:read lets us see it. */
async function zoneOf({ client, user }: DigestRequest): Promise<string> {
  try {
    const { user: profile } = await client.users.info({ user });
    return knownZone(profile?.tz ?? '') ?? DEFAULTS.zone;
  } catch {
    return DEFAULTS.zone;
  }
}

async function save(
  { storage, source, clock }: DigestSetupParts,
  { ack, view, body, client, context }: ViewArgs,
): Promise<void> {
  const checked = checkSettings(readDigestForm(view.state.values), source().topics);
  if (!checked.ok) {
    await ack({ response_action: 'errors', errors: { ...checked.problems } as Record<string, string> });
    return;
  }
  await ack();
  const channel = view.private_metadata;
  const { settings } = checked;
  const next = nextSlot(settings, clock());
  const team = context.teamId ?? context.enterpriseId ?? '';
  await storage.subscriptions.save({
    team,
    channel,
    enterprise: context.enterpriseId ?? null,
    by: body.user.id,
    next,
    ...settings,
  });
  const text = `The digest comes at ${settings.time} (${settings.zone}), next on ${next.slot}. If I am not in a private channel, invite me with /invite @Footnote.`;
  try {
    await client.chat.postEphemeral({ channel, user: body.user.id, text });
  } catch {
    // Where the bot is not a member it cannot whisper; the first digest will tell the user in a direct message.
  }
}

/** Shows the footnotes of one item of a digest, from the store as it is now. */
async function showSources({ source }: DigestSetupParts, { ack, body, action, client }: ActionArgs): Promise<void> {
  await ack();
  const key = 'value' in action ? String(action.value) : '';
  const { facts, events } = source();
  const [kind, id] = [key.split(':')[0], key.slice(key.indexOf(':') + 1)];
  const item = (kind === 'fact' ? facts : events).find((entry) => entry.id === id);
  const lines = item?.footnotes.map((place, index) => sourceLine({ n: index + 1, ...place })) ?? [
    'This is no longer in the store.',
  ];
  await client.views.open({
    trigger_id: body.trigger_id,
    view: {
      type: 'modal',
      title: plain('Sources', 24),
      close: plain('Close', 24),
      blocks: [item?.says ?? '', ...lines].filter(Boolean).map((text) => ({ type: 'section', text: plain(text) })),
    },
  });
}
