/** The app's manifest, read from `manifest.yml`, and its two variants: for Socket Mode and for HTTP. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The parts of a Slack app manifest that this app uses. */
export interface Manifest {
  readonly display_information: { readonly name: string };
  readonly features: {
    readonly shortcuts: readonly { readonly callback_id: string; readonly type: string }[];
    readonly slash_commands: readonly { readonly command: string; readonly url?: string }[];
  };
  readonly oauth_config: {
    readonly scopes: { readonly bot: readonly string[]; readonly bot_optional?: readonly string[] };
    readonly redirect_urls?: readonly string[];
  };
  readonly settings: {
    readonly event_subscriptions: { readonly bot_events: readonly string[]; readonly request_url?: string };
    readonly interactivity: { readonly is_enabled: boolean; readonly request_url?: string };
    readonly socket_mode_enabled: boolean;
  };
}

/** Reads a manifest; without an argument the one of this project. Throws when the file is not there or is not YAML. */
export function readManifest(file: string | URL = new URL('../../manifest.yml', import.meta.url)): Manifest {
  return parse(readFileSync(file, 'utf8')) as Manifest;
}

/** The variant for Socket Mode: no addresses. */
export function socketManifest(manifest: Manifest): Manifest {
  return { ...manifest, settings: { ...manifest.settings, socket_mode_enabled: true } };
}

/** The variant for HTTP: every address that Slack calls, under `base` ("https://footnote.example.org"). */
export function httpManifest(manifest: Manifest, base: string): Manifest {
  const root = base.replace(/\/+$/, '');
  const request_url = `${root}/slack/events`;
  const { settings, features } = manifest;
  return {
    ...manifest,
    features: {
      ...features,
      slash_commands: features.slash_commands.map((command) => ({ ...command, url: request_url })),
    },
    oauth_config: { ...manifest.oauth_config, redirect_urls: [`${root}/slack/oauth_redirect`] },
    settings: {
      ...settings,
      socket_mode_enabled: false,
      event_subscriptions: { request_url, ...settings.event_subscriptions },
      interactivity: { ...settings.interactivity, request_url },
    },
  };
}
