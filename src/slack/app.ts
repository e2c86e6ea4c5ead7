/** The Bolt app: wiring only. */
import { App, type Authorize, type Receiver, type webApi } from '@slack/bolt';
import type { Deps } from './deps.ts';
import { errorNet } from './error-net.ts';
import { timedFetch } from './http-client.ts';
import type { InFlight } from './in-flight.ts';
import {
  type ActionArgs,
  type CommandArgs,
  type ListenerTable,
  type ShortcutArgs,
  STALE,
  type ViewArgs,
} from './listeners/index.ts';
import { onceOnly } from './once.ts';

/** What the app is wired from. */
export interface AppParts {
  readonly receiver: Receiver;
  /** Gives the token of a workspace; left out when the receiver installs by OAuth. */
  readonly authorize?: Authorize<boolean> | undefined;
  readonly clientOptions: webApi.WebClientOptions;
  readonly table: ListenerTable;
  readonly inFlight: InFlight;
  readonly clientOf: (token: string) => webApi.WebClient;
}

/** Makes the app, which hands every request to its listener in the table. */
export function createApp(deps: Deps, parts: AppParts): App {
  const { table } = parts;
  const app = new App({
    receiver: parts.receiver,
    ...(parts.authorize ? { authorize: parts.authorize } : {}),
    clientOptions: parts.clientOptions,
    ...(parts.clientOptions.logger ? { logger: parts.clientOptions.logger } : {}),
    convoStore: false,
    extendedErrorHandler: true,
    attachFunctionToken: false,
  });
  app.error(errorNet(deps, parts.clientOf, timedFetch));
  app.use(onceOnly(deps, parts.inFlight));
  // One Bolt listener for each kind of request: Bolt runs every listener's chain for every request, which costs more than the answer.
  const unknown = createUnknown(deps);
  app.command(/^\//, async (args) => (table.commands[args.command.command] ?? unknown.command)(args));
  app.shortcut({ type: 'message_action' }, async (args) =>
    (table.shortcuts[args.shortcut.callback_id] ?? unknown.shortcut)(args as ShortcutArgs),
  );
  app.event(/^/, async (args) => table.events[args.event.type]?.(args));
  app.action({ type: 'block_actions' }, async (args) =>
    (table.actions[baseId(args.action.action_id)] ?? unknown.action)(args as ActionArgs),
  );
  app.view({ type: 'view_submission', callback_id: /^/ }, async (args) =>
    (table.views[args.view.callback_id] ?? unknown.view)(args as ViewArgs),
  );
  return app;
}

/** An action_id without its index: "ask_again" for "ask_again:2". */
function baseId(actionId: string): string {
  return actionId.replace(/:\d+$/, '');
}

/** What is not in the table, such as a control of an older version, still gets an answer: without one Slack shows a warning sign. */
function createUnknown(deps: Deps) {
  return {
    command: async ({ ack, command }: CommandArgs) =>
      ack({ response_type: 'ephemeral', text: `I don't know ${command.command}. Try /footnote help.` }),
    shortcut: async ({ ack }: ShortcutArgs) => ack(),
    action: async ({ ack, action, respond }: ActionArgs) => {
      await ack();
      // A link button opens its address by itself.
      if ('url' in action && action.url) return;
      deps.logger.warn({ action: action.action_id }, 'unknown action');
      if (respond) await deps.send.reply(respond, STALE);
    },
    view: async ({ ack, view }: ViewArgs) => {
      deps.logger.warn({ view: view.callback_id }, 'unknown view');
      await ack();
    },
  };
}
