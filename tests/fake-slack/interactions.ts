/** What people type and click: commands, shortcuts, buttons and forms. */
import type { Desk, Where } from './desk.ts';
import { type Json, type Message, newTs } from './workspace.ts';

/** Gives what people can type and click. */
export function interactions({ manifest, scopes, clock, triggers, responseUrl, who, to }: Desk) {
  return {
    /** Somebody types a command. */
    command: (command: string, text: string, where: Where = {}) => {
      if (!manifest.features.slash_commands.some((c) => c.command === command) || !scopes.has('commands'))
        throw new Error(`the manifest has no command ${command}`);
      const { team, channel, user } = who(where);
      const body = {
        token: 'x',
        team_id: team.id,
        team_domain: 'fake',
        channel_id: channel,
        channel_name: 'general',
        user_id: user,
        user_name: 'user',
        command,
        text,
        api_app_id: 'A1',
        is_enterprise_install: 'false',
        response_url: responseUrl(team, channel, user),
        trigger_id: triggers.issue(),
      };
      return to({ kind: 'slash_commands', body });
    },
    /** Somebody uses the message shortcut on a text. */
    shortcut: (callback_id: string, text: string, where: Where = {}) => {
      if (!manifest.features.shortcuts.some((s) => s.callback_id === callback_id))
        throw new Error(`the manifest has no shortcut ${callback_id}`);
      const { team, channel, user } = who(where);
      const message = { type: 'message', user: 'U2', ts: newTs(clock), text };
      return to({
        kind: 'interactive',
        body: {
          type: 'message_action',
          token: 'x',
          action_ts: newTs(clock),
          callback_id,
          team: { id: team.id, domain: 'fake' },
          user: { id: user, name: 'user', team_id: team.id },
          channel: { id: channel, name: 'general' },
          message,
          message_ts: message.ts,
          trigger_id: triggers.issue(),
          response_url: responseUrl(team, channel, user),
          is_enterprise_install: false,
        },
      });
    },
    /** Somebody clicks a control of a message by its action_id; `change` alters the action (a stale value, another side of the feedback). */
    click: (message: Message, actionId: string, where: Where = {}, change: Json = {}) => {
      const { team, user } = who(where);
      const elements = message.blocks.flatMap((b) =>
        [...((b.elements as Json[] | undefined) ?? []), ...(b.accessory ? [b.accessory as Json] : [])].map((e) => ({
          ...e,
          block_id: b.block_id,
        })),
      );
      const element = elements.find((e) => (e as Json).action_id === actionId) as Json | undefined;
      if (!element)
        throw new Error(
          `no control ${actionId} in this message; it has ${elements.flatMap((e) => (e as Json).action_id ?? []).join(', ')}`,
        );
      const action = {
        type: element.type,
        action_id: actionId,
        block_id: element.block_id,
        text: element.text,
        value: element.value,
        action_ts: newTs(clock),
        ...change,
      };
      const container = {
        type: 'message',
        message_ts: message.ts,
        channel_id: message.channel,
        is_ephemeral: Boolean(message.ephemeralTo),
        ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
      };
      const shown = message.ephemeralTo
        ? {}
        : {
            message: {
              type: 'message',
              user: team.botUser,
              ts: message.ts,
              text: message.text,
              ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
            },
          };
      return to({
        kind: 'interactive',
        body: {
          type: 'block_actions',
          token: 'x',
          api_app_id: 'A1',
          team: { id: team.id, domain: 'fake' },
          user: { id: user, name: 'user', team_id: team.id },
          channel: { id: message.channel, name: 'general' },
          container,
          ...shown,
          trigger_id: triggers.issue(),
          response_url: responseUrl(team, message.channel, user, message.ts),
          actions: [action],
          is_enterprise_install: false,
        },
      });
    },
    /** Somebody clicks a button of the Home tab. */
    clickHome: (actionId: string, value: string, where: Where = {}) => {
      const { team, user } = who(where);
      const view = team.views.findLast((v) => v.home)?.view;
      return to({
        kind: 'interactive',
        body: {
          type: 'block_actions',
          token: 'x',
          api_app_id: 'A1',
          team: { id: team.id, domain: 'fake' },
          user: { id: user, name: 'user', team_id: team.id },
          container: { type: 'view', view_id: view?.id },
          view,
          trigger_id: triggers.issue(),
          actions: [{ type: 'button', action_id: actionId, block_id: 'b', value, action_ts: newTs(clock) }],
        },
      });
    },
    /** Somebody sends the form that was opened last. */
    submit: (values: Json, where: Where = {}, change: Json = {}) => {
      const { team, user } = who(where);
      const view = team.views.findLast((v) => !v.home)!.view;
      return to({
        kind: 'interactive',
        body: {
          type: 'view_submission',
          token: 'x',
          team: { id: team.id, domain: 'fake' },
          user: { id: user, name: 'user', team_id: team.id },
          api_app_id: 'A1',
          trigger_id: triggers.issue(),
          view: { ...view, app_installed_team_id: team.id, state: { values }, ...change },
          response_urls: [],
          is_enterprise_install: false,
        },
      });
    },
  };
}
