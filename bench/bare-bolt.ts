/** The measure of `bench/slack.ts`: the smallest Bolt app that answers a mention, as Bolt's own guide writes it. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App } from '@slack/bolt';

const app = new App({
  token: process.env.SLACK_BOT_TOKEN!,
  signingSecret: process.env.SLACK_SIGNING_SECRET!,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL! },
});
app.event('app_mention', async ({ event, say }) => {
  await say({ text: 'China and Russia flew the patrol.', thread_ts: event.ts });
});
const server = (await app.start({ port: 0, host: '127.0.0.1' } as never)) as Server;
console.log(JSON.stringify({ port: (server.address() as AddressInfo).port }));
process.once('SIGTERM', () => process.exit(0));
