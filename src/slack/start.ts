/** Starts and stops the Slack app: the face of this folder for the composition root. */
import { type HTTPReceiver, webApi } from '@slack/bolt';
import { createApp } from './app.ts';
import { createBoltLogger } from './bolt-logger.ts';
import { connect, watchConnection, whoAmI } from './connection.ts';
import type { Deps } from './deps.ts';
import { type Health, type RunningServer, startServer } from './http-server.ts';
import { createInFlight } from './in-flight.ts';
import { listenerTable, mergedTable } from './listeners/index.ts';
import type { SlackParts } from './parts.ts';
import { clientOptions, httpReceiver, type OAuthParts, socketReceiver } from './receivers.ts';
import { createSender } from './send.ts';
import type { SlackSettings } from './settings.ts';
import { createTurns } from './turns.ts';

/** The app that runs. */
export interface RunningSlack {
  /** Id of the workspace of the bot token in the settings; undefined with OAuth. */
  readonly team: string | undefined;
  /** Port of the HTTP server, if there is one. */
  readonly port: number | undefined;
  readonly health: () => Health;
  /** Takes nothing new, waits for what is in progress (up to 25 seconds), then closes. */
  readonly stop: () => Promise<void>;
}

/** How long stopping waits for work in progress, in milliseconds. */
const DRAIN = 25_000;

/**
 * Starts the app and resolves when it takes questions.
 * @throws {FootnoteError} when Slack does not accept the tokens or cannot be reached, or the port cannot be used
 */
export async function startSlack(parts: SlackParts): Promise<RunningSlack> {
  const { config, library, logger, now } = parts;
  const bolt = createBoltLogger(logger);
  const options = clientOptions(config.apiUrl, bolt);
  const clientOf = (token: string) => new webApi.WebClient(token, { ...options });
  const send = createSender(parts.sleep, logger);
  const deps: Deps = {
    ...parts,
    send,
    turns: createTurns(),
    keepQuestions: config.keepQuestions,
    digest: parts.digest?.command,
    onUninstall: parts.onUninstall,
  };
  const own = config.botToken ? await whoAmI(send, clientOf(config.botToken), config) : undefined;
  const inFlight = createInFlight();
  const http = config.transport === 'http' ? httpReceiver(config, bolt, now, oauthOf(parts)) : undefined;
  const socket = http ? undefined : socketReceiver(config, bolt, now);
  const table = mergedTable(
    listenerTable(deps, own?.name ?? parts.manifest.display_information.name),
    parts.digest?.listeners ?? {},
  );
  // With OAuth Bolt takes the installer's own way to a token; whoever refreshes tokens under a lock puts another in its place.
  if (http?.installer && parts.workspaces?.authorize)
    http.installer.authorize = parts.workspaces.authorize as typeof http.installer.authorize;
  const authorize = own ? async () => own.authorization : undefined;
  createApp(deps, { receiver: (http ?? socket)!, authorize, clientOptions: options, table, inFlight, clientOf });

  let stopping = false;
  const isConnected = socket ? watchConnection(socket) : () => true;
  const health = (): Health => {
    const reload = library.reload();
    return {
      ready: isConnected() && !stopping,
      transport: config.transport,
      connected: isConnected(),
      stopping,
      in_flight: inFlight.size(),
      store: library.storeHash().slice(0, 12),
      reload: reload.ok ? 'ok' : reload,
    };
  };
  const server = await openServer(config, http, health, now);
  try {
    if (socket) await connect(socket, config);
  } catch (error) {
    // A server left open would keep a process alive that cannot answer.
    server?.closeAll();
    await server?.stopListening();
    throw error;
  }
  logger.info(
    { transport: config.transport, port: server?.port, team: own?.authorization.teamId, bot: own?.name },
    'the Slack app takes questions',
  );

  return {
    team: own?.authorization.teamId,
    port: server?.port,
    health,
    stop: async () => {
      if (stopping) return;
      stopping = true;
      if (http) await server?.stopListening();
      if (socket) await Promise.race([socket.client.disconnect(), parts.sleep(2000)]);
      if (!(await inFlight.drained(DRAIN)))
        logger.warn({ in_flight: inFlight.size() }, 'stopped with work in progress');
      await server?.stopListening();
      server?.closeAll();
      logger.info('the Slack app has stopped');
    },
  };
}

/** The scopes that an installation asks for are those of the manifest. */
function oauthOf({ workspaces, manifest }: SlackParts): OAuthParts | undefined {
  if (!workspaces) return undefined;
  const { installationStore, installerOptions } = workspaces;
  return {
    installationStore,
    scopes: [...manifest.oauth_config.scopes.bot],
    ...(installerOptions ? { installerOptions } : {}),
  };
}

function openServer(
  config: SlackSettings,
  http: HTTPReceiver | undefined,
  health: () => Health,
  now: () => Date,
): Promise<RunningServer> | undefined {
  if (config.port === undefined) return undefined;
  return startServer({
    port: config.port,
    host: config.host,
    health,
    now,
    ...(http ? { slack: http.requestListener } : {}),
  });
}
