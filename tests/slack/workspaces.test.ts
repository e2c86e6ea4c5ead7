import { MemoryInstallationStore } from '@slack/bolt';
import { expect, test } from 'vitest';
import { createMemoryState, httpManifest, readManifest, startSlack } from '../../src/slack/index.ts';
import { startFakeSlack } from '../fake-slack/index.ts';
import { createFixtureAsk, createFixtureLibrary } from './support/engine.ts';
import { logInto, settingsFor, until } from './support/run.ts';

test('two workspaces never see each other’s token, thread or channel', async () => {
  const fake = await startFakeSlack({
    manifest: httpManifest(readManifest(), 'https://bot.example'),
    transport: 'http',
    teams: ['T1', 'T2'],
  });
  const installationStore = new MemoryInstallationStore();
  for (const { id, token, botUser, botId } of fake.teams) {
    const bot = { token, userId: botUser, id: botId, scopes: ['chat:write'] };
    await installationStore.storeInstallation({
      team: { id, name: id },
      enterprise: undefined,
      user: { token: undefined, scopes: undefined, id: 'U1' },
      bot,
    });
  }
  const oauth = { clientId: '1.2', clientSecret: 'secret', stateSecret: 'a-long-state-secret' };
  const app = await startSlack({
    manifest: readManifest(),
    config: settingsFor(fake, 'http', { botToken: undefined, oauth }),
    ask: createFixtureAsk(),
    library: createFixtureLibrary(),
    state: createMemoryState(),
    logger: logInto([]),
    now: () => new Date(),
    sleep: async () => undefined,
    newReference: () => 'x',
    workspaces: { installationStore },
  });
  fake.target.url = `http://127.0.0.1:${app.port}/slack/events`;
  // The same channel id and the same ts in both workspaces: only the workspace tells them apart.
  await fake.mention('{bot} who flew the patrol?', { team: 'T1' }, { ts: '100.000001' });
  await until(() => fake.posts({ team: 'T1' })[0]);
  await fake.mention('{bot} and where?', { team: 'T2' }, { ts: '100.000001' });
  expect((await until(() => fake.posts({ team: 'T2' })[0])).text).toContain("don't say");
  await Promise.all(
    Array.from({ length: 10 }, (_, i) => fake.mention('{bot} who flew the patrol?', { team: i % 2 ? 'T1' : 'T2' })),
  );
  await until(() => fake.posts({ team: 'T1' }).length === 6 && fake.posts({ team: 'T2' }).length === 6);
  for (const call of fake.calls.filter((c) => c.method.startsWith('chat.')))
    expect(call.reply).toMatchObject({ ok: true });
  // A workspace that never installed the app gets no answer, and its event is still acknowledged.
  const install = await fetch(`http://127.0.0.1:${app.port}/slack/install`);
  const page = await install.text();
  expect(page).toContain(
    readManifest().oauth_config.scopes.bot.join(',').replaceAll(':', '%3A').replaceAll(',', '%2C'),
  );
  await app.stop();
  await fake.stop();
});
