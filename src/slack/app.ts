/** The Bolt app: wiring only. */
import { App, type Authorize, type Receiver, type webApi } from '@slack/bolt';
import type { Deps } from './deps.ts';
import { errorNet } from './error-net.ts';
import type { InFlight } from './in-flight.ts';
import { type ListenerTable, STALE } from './listeners/index.ts';
import { onceOnly } from './once.ts';
import { timedFetch } from './receivers.ts';

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

/** A pattern for the ids of a table, each with an optional index; and one for every other id. */
function patterns(ids: readonly string[]) {
  const known = `(?:${ids.join('|')})(?::\\d+)?$`;
  return { one: (id: string) => new RegExp(`^${id}(?::\\d+)?$`), unknown: new RegExp(`^(?!${known})`) };
}

/** Makes the app and registers every listener of the table. */
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
  for (const [name, listener] of Object.entries(table.commands)) app.command(name, listener);
  for (const [id, listener] of Object.entries(table.shortcuts))
    app.shortcut({ callback_id: id, type: 'message_action' }, listener);
  for (const [type, listener] of Object.entries(table.events)) app.event(type, listener);
  const actions = patterns(Object.keys(table.actions));
  for (const [id, listener] of Object.entries(table.actions))
    app.action({ type: 'block_actions', action_id: actions.one(id) }, listener);
  for (const [id, listener] of Object.entries(table.views)) app.view(id, listener);
  registerUnknown(app, deps, actions.unknown, Object.keys(table.views));
  return app;
}

/** A control of an older version still gets an answer: without one Slack shows a warning sign. */
function registerUnknown(app: App, deps: Deps, action: RegExp, views: readonly string[]): void {
  app.action({ action_id: action }, async ({ ack, action: clicked, body, respond }) => {
    await ack();
    // A link button opens its address by itself.
    if ('url' in clicked && clicked.url) return;
    deps.logger.warn({ action: 'action_id' in clicked ? clicked.action_id : undefined }, 'unknown action');
    if ('response_url' in body) await deps.send.reply(respond, STALE);
  });
  app.view(new RegExp(`^(?!(?:${views.join('|')})$)`), async ({ ack, view }) => {
    deps.logger.warn({ view: view.callback_id }, 'unknown view');
    await ack();
  });
}
