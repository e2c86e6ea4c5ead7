/** Installing by OAuth, and tokens that end: codes and refresh tokens are good once, as Slack's are. */
import { createHash } from 'node:crypto';
import type { Manifest } from '../../src/slack/index.ts';
import type { Reply } from './web-api.ts';
import { type Clock, type Json, newId, type Team } from './workspace.ts';

/** The app's credentials, as its settings page at Slack shows them. */
export interface AppCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The OAuth side of the fake. */
export interface OAuth {
  /**
   * Somebody clicks Allow on the page that an install link leads to; gives the address that Slack sends the browser to.
   * @throws when Slack would show an error page instead
   */
  readonly allow: (link: string, team: Team, user: string) => string;
  /** `oauth.v2.access`: a code or a refresh token for an access token. */
  readonly access: (args: Json) => Reply;
  /** Whose token it is, or the name of the error that Slack gives. */
  readonly teamOf: (token: string) => Team | 'token_expired' | 'invalid_auth';
}

/** How long a code is good, in milliseconds. */
const CODE_MS = 600_000;

/**
 * Makes the OAuth side.
 * @param expiresIn seconds after which an access token ends; undefined where the app has no token rotation
 */
export function createOAuth(
  manifest: Manifest,
  teams: readonly Team[],
  clock: Clock,
  { clientId, clientSecret }: AppCredentials,
  expiresIn: number | undefined,
): OAuth {
  const codes = new Map<string, { team: Team; user: string; at: number }>();
  const refreshTokens = new Map<string, Team>();
  const tokens = new Map<string, { team: Team; until: number }>();
  const { scopes, redirect_urls = [] } = manifest.oauth_config;
  const known = new Set([...scopes.bot, ...(scopes.bot_optional ?? [])]);
  const fail = (error: string): Reply => ({ ok: false, error });
  const secret = (what: string) => createHash('sha256').update(newId(what)).digest('hex').slice(0, 24);

  function issue(team: Team): Json {
    const access_token = `xoxe.xoxb-${secret('token')}`;
    tokens.set(access_token, { team, until: expiresIn ? clock.now() + expiresIn * 1000 : Infinity });
    if (!expiresIn) return { access_token };
    const refresh_token = `xoxe-1-${secret('refresh')}`;
    refreshTokens.set(refresh_token, team);
    return { access_token, refresh_token, expires_in: expiresIn };
  }

  return {
    allow: (link, team, user) => {
      const { pathname, searchParams } = new URL(link);
      if (pathname !== '/oauth/v2/authorize') throw new Error(`${pathname} is not Slack’s page for installing`);
      if (searchParams.get('client_id') !== clientId) throw new Error('invalid_client_id');
      const asked = searchParams.get('scope')!.split(',');
      if (asked.some((scope) => !known.has(scope))) throw new Error(`invalid_scope: ${asked}`);
      const back = searchParams.get('redirect_uri') ?? redirect_urls[0]!;
      if (!redirect_urls.includes(back)) throw new Error(`bad_redirect_uri: ${back}`);
      const code = secret('code');
      codes.set(code, { team, user, at: clock.now() });
      const query = new URLSearchParams({ code, state: searchParams.get('state') ?? '' });
      return `${back}?${query}`;
    },

    access: (args) => {
      if (args.client_id !== clientId || args.client_secret !== clientSecret) return fail('bad_client_secret');
      const about = (team: Team) => ({
        ok: true,
        app_id: 'A1',
        token_type: 'bot',
        scope: scopes.bot.join(','),
        bot_user_id: team.botUser,
        team: { id: team.id, name: team.id },
        enterprise: null,
        is_enterprise_install: false,
      });
      if (args.grant_type === 'refresh_token') {
        const team = refreshTokens.get(String(args.refresh_token));
        if (!team || !refreshTokens.delete(String(args.refresh_token))) return fail('invalid_refresh_token');
        return { ...about(team), ...issue(team) };
      }
      const grant = codes.get(String(args.code));
      if (!grant || !codes.delete(String(args.code)) || clock.now() - grant.at > CODE_MS) return fail('invalid_code');
      return { ...about(grant.team), ...issue(grant.team), authed_user: { id: grant.user } };
    },

    teamOf: (token) => {
      const fixed = teams.find((team) => team.token === token);
      if (fixed) return fixed;
      const issued = tokens.get(token);
      if (!issued) return 'invalid_auth';
      return issued.until > clock.now() ? issued.team : 'token_expired';
    },
  };
}
