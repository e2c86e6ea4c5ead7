/** Messages that people write, and all other events: sent only if the manifest subscribes to them and has their scope. */
import type { Delivery, Taken } from './deliver.ts';
import type { Desk, Where } from './desk.ts';
import { addMessage, type Json, newId, newTs, type Team } from './workspace.ts';

/** A question somebody wrote, with how the app took it. */
export interface Written extends Taken {
  readonly ts: string;
  readonly delivery: Delivery;
}

const EVENT_SCOPES: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  channel_archive: 'channels:read',
  channel_deleted: 'channels:read',
  channel_id_changed: 'channels:read',
  channel_left: 'channels:read',
  group_archive: 'groups:read',
  group_deleted: 'groups:read',
  group_left: 'groups:read',
};

/** Gives what people can write, and the sending of any event. */
export function messages({ manifest, scopes, clock, teamOf, who, to }: Desk) {
  /** Refuses to send what the manifest does not subscribe to, as Slack would not send it. */
  function event(team: Team, name: string, event: Json): Delivery {
    if (!manifest.settings.event_subscriptions.bot_events.includes(name))
      throw new Error(`the manifest does not subscribe to ${name}`);
    const scope = EVENT_SCOPES[name];
    if (scope && !scopes.has(scope)) throw new Error(`the manifest lacks the scope ${scope} for ${name}`);
    const authorizations = [
      { team_id: team.id, enterprise_id: null, user_id: team.botUser, is_bot: true, is_enterprise_install: false },
    ];
    return {
      kind: 'events_api',
      body: {
        type: 'event_callback',
        token: 'x',
        team_id: team.id,
        api_app_id: 'A1',
        event_id: newId('Ev'),
        event_time: Math.floor(clock.now() / 1000),
        authorizations,
        event,
      },
    };
  }

  async function write(name: 'app_mention' | 'message.im', where: Where, text: string, more: Json): Promise<Written> {
    const { team, channel, user } = who(where);
    const ts = String(more.ts ?? newTs(clock));
    if (!team.index.has(`${channel}/${ts}`))
      addMessage(team, {
        ts,
        channel,
        user,
        text,
        blocks: [],
        thread_ts: more.thread_ts as string | undefined,
        args: {},
        updates: 0,
      });
    const type = name === 'message.im' ? { type: 'message', channel_type: 'im' } : { type: name };
    const delivery = event(team, name, { ...type, channel, user, text, ts, event_ts: ts, ...more });
    return { ts, delivery, ...(await to(delivery)) };
  }

  return {
    /** Sends a delivery (again). */
    redeliver: (delivery: Delivery) => to(delivery),
    /** Sends any event of the manifest. */
    event: (name: string, payload: Json, where: Where = {}) => to(event(teamOf(where), name, payload)),
    /** Somebody mentions the bot; `{bot}` in the text stands for the mention. */
    mention: (text: string, where: Where = {}, more: Json = {}) =>
      write('app_mention', where, text.replaceAll('{bot}', `<@${teamOf(where).botUser}>`), more),
    /** Somebody writes to the bot in D1. */
    direct: (text: string, where: Where = {}, more: Json = {}) =>
      write('message.im', { channel: 'D1', ...where }, text, more),
    /** Somebody edits a direct message. */
    editDirect: (ts: string, text: string, before: string, where: Where = {}) => {
      const edited = newTs(clock);
      const message = { type: 'message', user: where.user ?? 'U1', ts, text, edited: { user: 'U1', ts: edited } };
      const previous_message = { type: 'message', user: where.user ?? 'U1', ts, text: before };
      return to(
        event(teamOf(where), 'message.im', {
          type: 'message',
          subtype: 'message_changed',
          channel_type: 'im',
          channel: 'D1',
          ts: edited,
          message,
          previous_message,
          event_ts: edited,
        }),
      );
    },
  };
}
