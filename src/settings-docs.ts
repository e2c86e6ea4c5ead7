/** Writes the list of settings as `.env.example` and as the table of `docs/settings.md`. */
import { SETTINGS, type Setting } from './settings.ts';

const groups = (): [Setting['group'], Setting[]][] => {
  const names = [...new Set(SETTINGS.map((s) => s.group))];
  return names.map((group) => [group, SETTINGS.filter((s) => s.group === group)]);
};

/** The text of `.env.example`: every setting, commented out when it has a default or is optional. */
export function envExample(): string {
  const needed = new Set(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']);
  const one = (s: Setting) => {
    const line = `${s.name}=${s.fallback ?? ''}`;
    const looks = s.looks ? ` Looks like ${s.looks}` : '';
    return `# ${s.about}${looks}\n${needed.has(s.name) ? line : `# ${line}`}`;
  };
  const parts = groups().map(([group, settings]) => `# ── ${group} ──\n\n${settings.map(one).join('\n\n')}`);
  return `# Written by npm run settings. Copy to .env and fill in; the two lines without # are enough for Socket Mode.\n\n${parts.join('\n\n')}\n`;
}

/** The text of `docs/settings.md`. */
export function settingsTable(): string {
  const row = (s: Setting) =>
    `| \`${s.name}\` | ${s.about.replaceAll('|', '\\|')} | ${s.fallback ? `\`${s.fallback}\`` : '–'} |`;
  const parts = groups().map(
    ([group, list]) =>
      `## ${group}\n\n| Setting | What it is | Default |\n| --- | --- | --- |\n${list.map(row).join('\n')}`,
  );
  return `# Settings\n\nWritten by \`npm run settings\` from \`src/settings.ts\`. Read from the environment and from \`.env\` in the\nfolder where a command is started; where both set something, the environment wins. An empty value counts as not set.\n\n${parts.join('\n\n')}\n`;
}
