/** `npm run manifest -- --socket | --http https://your.host`: prints the manifest to paste when the Slack app is created. */
import { stringify } from 'yaml';
import { httpManifest, readManifest, socketManifest } from '../src/slack/manifest.ts';

const [mode, base] = process.argv.slice(2);
if (mode === '--socket') process.stdout.write(stringify(socketManifest(readManifest())));
else if (mode === '--http' && base && /^https:\/\/[^/]+/.test(base))
  process.stdout.write(stringify(httpManifest(readManifest(), base)));
else {
  process.stderr.write(
    'Usage: npm run -s manifest -- --socket\n       npm run -s manifest -- --http https://your.host\n',
  );
  process.exitCode = 2;
}
