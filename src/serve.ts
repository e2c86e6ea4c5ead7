/** Puts the Slack app together: store, storage, digests, Slack, and what ends them. */
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import pino, { type Logger } from 'pino';
import type { Ask } from './answer/index.ts';
import type { Config } from './config.ts';
import {
  type DigestSource,
  digestSource,
  digestWorker,
  factsToNote,
  slackPoster,
  type Workspace,
} from './digest/index.ts';
import { FootnoteError, type Store } from './facts/index.ts';
import { type LiveStore, openLiveStore } from './live-store.ts';
import { MANIFEST, SNAPSHOTS } from './place.ts';
import { createStoreLibrary, digestSetup, readManifest, type SlackParts, startSlack } from './slack/index.ts';
import {
  keyringOf,
  openStorage,
  renewAtSlack,
  SealedInstallationStore,
  type Storage,
  singleUseStates,
  slackState,
} from './storage/index.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** How long stopping waits for a digest on its way, in ms; what is cut off is looked after on the next start. */
const LAST_DIGEST = 20_000;

/**
 * Starts the Slack app and resolves when it takes questions. It runs until SIGTERM or SIGINT; SIGHUP loads the store anew.
 * @throws {FootnoteError} when it cannot start: store, database, port or tokens; the message says what to do
 */
export async function serve(config: Config): Promise<void> {
  const output = pino.destination({ sync: false });
  const logger = pino({ level: config.logLevel, base: null }, output);
  process.once('exit', () => output.flushSync());
  const live = openLiveStore(config.data.seedsDir, SNAPSHOTS, () => new Date());
  const storage = await open(config);
  try {
    await start(config, logger, live, storage);
  } catch (error) {
    await storage.close().catch(() => {});
    throw error;
  }
}

function open({ data, slack }: Config): Promise<Storage> {
  return openStorage({
    database: data.databaseUrl
      ? { kind: 'postgres', url: data.databaseUrl }
      : { kind: 'sqlite', file: data.sqliteFile },
    clock: Date.now,
    newId: randomUUID,
    keepWords: slack.keepQuestions,
  });
}

async function start(config: Config, logger: Logger, live: LiveStore, storage: Storage): Promise<void> {
  const digests = await createDigestFacts(live, storage);
  const installations = config.slack.oauth ? createInstallations(config, storage, logger) : undefined;
  const ask: Ask = (question, options) => live.engine().ask(question, options);
  const app = await startSlack({
    config: config.slack,
    manifest: readManifest(MANIFEST),
    ask,
    library: createStoreLibrary({
      store: () => live.engine().store,
      ask,
      reload: live.state,
      documentsDir: config.data.documentsDir,
      today: () => new Date().toISOString().slice(0, 10),
    }),
    state: slackState(storage),
    logger,
    now: () => new Date(),
    sleep,
    newReference: () => randomUUID().slice(0, 8),
    digest: digestSetup({ storage, source: digests.source, clock: Date.now, logger }),
    onUninstall: async (id) => {
      // An organisation that removes the app names no workspace.
      await (id.startsWith('E') ? storage.eraseEnterprise(id) : storage.eraseTeam(id));
    },
    ...(installations ? { workspaces: workspacesOf(installations, storage) } : {}),
  });

  const ending = new AbortController();
  const worker = digestWorker({
    storage,
    source: digests.source,
    clock: Date.now,
    sleep,
    logger,
    owner: randomUUID(),
    poster: slackPoster({
      apiUrl: config.slack.apiUrl,
      tokenOf: installations
        ? (workspace) => tokenIn(installations, workspace)
        : async ({ team, enterprise }) =>
            app.team === team || app.team === enterprise ? config.slack.botToken! : null,
      deactivate: (workspace, error) => deactivate(storage, workspace, error),
    }),
  });
  const sending = worker.run(ending.signal);
  const refresh = () =>
    digests.refresh().catch((err: unknown) => logger.error({ err }, 'digests keep the facts of before; tried again'));
  const purge = () =>
    storage.purge().catch((err: unknown) => logger.error({ err }, 'what is past its retention was not deleted'));
  void purge();
  const timers = [setInterval(() => void refresh(), MINUTE), setInterval(() => void purge(), DAY)];

  process.on('SIGHUP', () => {
    const state = live.reload();
    if (state.ok) logger.info({ store: live.engine().store.hash.slice(0, 12) }, 'the store was loaded anew');
    else logger.error({ problem: state.problem }, 'the store does not load; the one of before is kept');
    void refresh();
  });
  const end = async () => {
    for (const timer of timers) clearInterval(timer);
    ending.abort();
    await Promise.all([app.stop(), Promise.race([sending, sleep(LAST_DIGEST)])]);
    await storage.close();
  };
  // Told a second time it ends at once.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void endWith(end, logger));
}

async function endWith(end: () => Promise<void>, logger: Logger): Promise<void> {
  try {
    await end();
    process.exit(0);
  } catch (err) {
    logger.error({ err }, 'stopping failed');
    process.exit(1);
  }
}

/**
 * The loaded facts with the days on which the storage first saw them. After a reload the facts of before stay until the
 * storage has noted the new ones, since a fact without its day would never be announced.
 */
async function createDigestFacts(live: LiveStore, { factLog }: Storage) {
  const read = async (store: Store) => ({ store, source: digestSource(store, await factLog.note(factsToNote(store))) });
  let current = await read(live.engine().store);
  return {
    source: (): DigestSource => current.source,
    refresh: async (): Promise<void> => {
      const { store } = live.engine();
      if (store !== current.store) current = await read(store);
    },
  };
}

function createInstallations({ slack, data }: Config, storage: Storage, logger: Logger): SealedInstallationStore {
  const { clientId, clientSecret } = slack.oauth!;
  // No retries: a refresh token is good once.
  const client = new webApi.WebClient(undefined, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    timeout: 8000,
    logLevel: webApi.LogLevel.ERROR,
  });
  return new SealedInstallationStore({
    installations: storage.installations,
    leases: storage.leases,
    keyring: keyringOf(data.tokenKeys),
    clock: Date.now,
    sleep,
    newId: randomUUID,
    renew: renewAtSlack({ client, clientId, clientSecret, clock: Date.now }),
    onRenewalFailed: (key, err) => logger.warn({ ...key, err }, 'a token could not be renewed; it is tried again'),
  });
}

function workspacesOf(
  installationStore: SealedInstallationStore,
  { oauthStates }: Storage,
): NonNullable<SlackParts['workspaces']> {
  const stateStore = singleUseStates(oauthStates, () => randomBytes(32).toString('base64url'));
  return { installationStore, installerOptions: { stateStore } };
}

/** The bot token of a workspace, or null where the app is not installed (any more). */
async function tokenIn(
  installations: SealedInstallationStore,
  { team, enterprise }: Workspace,
): Promise<string | null> {
  try {
    const query = { teamId: team, enterpriseId: enterprise ?? undefined, isEnterpriseInstall: false };
    return (await installations.fetchInstallation(query)).bot?.token ?? null;
  } catch (error) {
    if (error instanceof FootnoteError && error.code === 'installation-missing') return null;
    throw error;
  }
}

/** Marks the installation that served a workspace: its own, else its organisation's. With a token of the settings there is none. */
async function deactivate({ installations }: Storage, { team, enterprise }: Workspace, why: string): Promise<void> {
  const keys = [{ enterprise, team }, { enterprise: null, team }, ...(enterprise ? [{ enterprise, team: null }] : [])];
  for (const key of keys) if (await installations.deactivate(key, why)) return;
}
