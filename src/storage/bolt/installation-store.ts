/** Bolt's InstallationStore over the storage: tokens sealed at rest, renewed by one process at a time. */
import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import { FootnoteError } from '../../facts/index.ts';
import type { InstallationKey, InstallationRow, Installations, Leases } from '../contract/installations.ts';
import type { Keyring } from '../keyring.ts';
import { seal, unseal } from '../seal.ts';
import { installationId } from '../tables/installations.ts';
import { withLease } from '../with-lease.ts';

/** A renewed token, as `oauth.v2.access` gives it. */
export interface RenewedToken {
  readonly token: string;
  readonly refreshToken: string;
  /** UTC, in seconds, as Bolt has it. */
  readonly expiresAt: number;
}

/** What the store needs. */
export interface InstallationStoreOptions {
  readonly installations: Installations;
  readonly leases: Leases;
  readonly keyring: Keyring;
  /** Now, in epoch milliseconds. */
  readonly clock: () => number;
  /** Waits `ms` milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
  /** A name for one holder of a lease, new for each call. */
  readonly newId: () => string;
  /** Changes a refresh token into new tokens; without it tokens are never renewed here. Rejects if Slack refuses. */
  readonly renew?: (refreshToken: string) => Promise<RenewedToken>;
  /** Told when a renewal failed; the old token is used until it ends. */
  readonly onRenewalFailed?: (key: InstallationKey, error: unknown) => void;
}

/**
 * Bolt renews a token by itself, without a lock, when less than two hours remain; two events at once would then spend one
 * single-use refresh token twice. Renewing an hour before that, under a lease, leaves Bolt nothing to do.
 */
const RENEW_BEFORE_S = 3 * 3600;
const LEASE_MS = 30_000;

type AnyInstallation = Installation<'v1' | 'v2', boolean>;

/** Gives the key of an installation or of a query for one; an organisation-wide one has no team. */
function keyOf(
  isEnterprise: boolean | undefined,
  enterprise: string | undefined,
  team: string | undefined,
): InstallationKey {
  const key = { enterprise: enterprise ?? null, team: isEnterprise ? null : (team ?? null) };
  if (!key.enterprise && !key.team)
    throw new FootnoteError('installation-unnamed', 'The installation names no workspace.');
  return key;
}

/** Keeps installations sealed in the storage. One per workspace or organisation; the app has no user tokens. */
export class SealedInstallationStore implements InstallationStore {
  readonly #options: InstallationStoreOptions;

  constructor(options: InstallationStoreOptions) {
    this.#options = options;
  }

  /** Seals and stores an installation, replacing an earlier one, and makes it active. */
  async storeInstallation<AuthVersion extends 'v1' | 'v2'>(
    installation: Installation<AuthVersion, boolean>,
  ): Promise<void> {
    const key = keyOf(installation.isEnterpriseInstall, installation.enterprise?.id, installation.team?.id);
    const { keyring, installations } = this.#options;
    await installations.put({
      ...key,
      appId: installation.appId ?? null,
      botUserId: installation.bot?.userId ?? null,
      installedBy: installation.user.id,
      ...seal(keyring, JSON.stringify(installation), installationId(key)),
    });
  }

  /**
   * Gives the installation for a query, its token renewed if it ends soon. A workspace without one of its own falls back
   * on its organisation's. Throws `installation-missing` if there is none or Slack has declared it dead.
   */
  fetchInstallation = async (query: InstallationQuery<boolean>): Promise<AnyInstallation> => {
    const row = await this.#find(query);
    const installation = this.#open(row);
    const { renew } = this.#options;
    return renew && this.#endsSoon(installation) ? this.#renewed(row, installation, renew) : installation;
  };

  /** Deletes the installation a query names. Deleting one that is not there does nothing. */
  deleteInstallation = async (query: InstallationQuery<boolean>): Promise<void> => {
    await this.#options.installations.remove(keyOf(query.isEnterpriseInstall, query.enterpriseId, query.teamId));
  };

  /** Seals every installation with the current key that another key sealed; gives how many. For key rotation. */
  async rotateKeys(): Promise<number> {
    const { installations, keyring } = this.#options;
    let rotated = 0;
    for (const row of await installations.list()) {
      if (row.keyId === keyring.current) continue;
      const id = installationId(row);
      const { keyId, sealed } = seal(keyring, unseal(keyring, row, id), id);
      // A row that changed meanwhile was sealed by a running bot; the next run of the command looks at it again.
      if (await installations.reseal(row, row.version, keyId, sealed)) rotated++;
    }
    return rotated;
  }

  async #find(query: InstallationQuery<boolean>): Promise<InstallationRow> {
    const { installations } = this.#options;
    const { isEnterpriseInstall, enterpriseId, teamId } = query;
    const keys = [keyOf(isEnterpriseInstall, enterpriseId, teamId)];
    if (!isEnterpriseInstall && enterpriseId) {
      // A workspace that joined an organisation later is still stored without it.
      if (teamId) keys.push({ enterprise: null, team: teamId });
      keys.push({ enterprise: enterpriseId, team: null });
    }
    for (const key of keys) {
      const row = await installations.find(key);
      if (row?.state === 'active') return row;
    }
    throw new FootnoteError(
      'installation-missing',
      `Footnote is not installed in ${installationId(keys[0]!)}; install it again.`,
    );
  }

  #open(row: InstallationRow): AnyInstallation {
    return JSON.parse(unseal(this.#options.keyring, row, installationId(row))) as AnyInstallation;
  }

  #endsSoon({ bot }: AnyInstallation): boolean {
    const { clock } = this.#options;
    return bot?.refreshToken !== undefined && (bot.expiresAt ?? Infinity) - clock() / 1000 < RENEW_BEFORE_S;
  }

  async #renewed(
    key: InstallationKey,
    stale: AnyInstallation,
    renew: (refreshToken: string) => Promise<RenewedToken>,
  ): Promise<AnyInstallation> {
    const { installations, keyring, onRenewalFailed } = this.#options;
    const id = installationId(key);
    try {
      return await withLease({ ...this.#options, name: `renew:${id}`, ms: LEASE_MS }, async () => {
        // Whoever held the lease before may have renewed it.
        const row = (await installations.find(key))!;
        const installation = this.#open(row);
        if (!this.#endsSoon(installation)) return installation;
        const bot = { ...installation.bot!, ...(await renew(installation.bot!.refreshToken!)) };
        const fresh = { ...installation, bot } as AnyInstallation;
        const { keyId, sealed } = seal(keyring, JSON.stringify(fresh), id);
        // An installation made anew in the meantime wins over the renewed old one.
        const kept = await installations.reseal(row, row.version, keyId, sealed);
        return kept ? fresh : this.#open((await installations.find(key))!);
      });
    } catch (error) {
      onRenewalFailed?.(key, error);
      return stale;
    }
  }
}
