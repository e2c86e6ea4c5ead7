/** Gives Bolt's messages to pino. */
import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';

/**
 * A logger for Bolt. Its debug messages are dropped: the Socket Mode client writes whole payloads there, with the words of users and
 * with tokens. This app logs what it does itself.
 */
export function createBoltLogger(logger: Logger): BoltLogger {
  const bolt = logger.child({ from: 'bolt' });
  const text = (parts: unknown[]) =>
    parts.map((p) => (p instanceof Error ? p.message : typeof p === 'string' ? p : '(object)')).join(' ');
  return {
    debug: () => undefined,
    info: (...parts) => bolt.debug(text(parts)),
    warn: (...parts) => bolt.warn(text(parts)),
    error: (...parts) => bolt.error(text(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
