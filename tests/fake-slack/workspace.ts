/** What the fake knows: workspaces with their token, channels, messages and open views; triggers and response addresses. */

export type Json = Record<string, unknown>;

/** A message as it stands in a channel; an ephemeral one is seen by one person. */
export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  text: string;
  blocks: Json[];
  readonly thread_ts: string | undefined;
  readonly ephemeralTo?: string;
  readonly args: Json;
  updates: number;
}

/** One workspace. */
export interface Team {
  readonly id: string;
  readonly token: string;
  readonly botUser: string;
  readonly botId: string;
  readonly channels: Map<string, { members: Set<string>; archived: boolean; im?: string }>;
  readonly messages: Message[];
  /** The messages by channel and ts. */
  readonly index: Map<string, Message>;
  readonly views: { readonly view: Json; readonly user: string; readonly home: boolean }[];
  /** Status of agent sessions, in the order in which they were set. */
  readonly statuses: { readonly channel: string; readonly thread: string; readonly status: string }[];
  readonly prompts: Json[][];
  /** Whether the workspace has the paid agent features. */
  agents: boolean;
}

/** A clock that tests can move. */
export interface Clock {
  readonly now: () => number;
  readonly advance: (ms: number) => void;
}

/** Makes a clock on real time. */
export function createClock(): Clock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance: (ms) => {
      ahead += ms;
    },
  };
}

let counter = 0;

/** A new ts; never the same twice. */
export function newTs(clock: Clock): string {
  counter += 1;
  return `${Math.floor(clock.now() / 1000)}.${String(counter).padStart(6, '0')}`;
}

/** A new id with a prefix ("Ev00000017"). */
export function newId(prefix: string): string {
  counter += 1;
  return `${prefix}${String(counter).padStart(8, '0')}`;
}

/** Makes a workspace with a channel C1 that the bot is in, C2 that it is not in, and C3 that is archived. */
export function createTeam(id: string): Team {
  const botUser = `UBOT${id}`;
  const people = ['U1', 'U2'];
  return {
    id,
    token: `xoxb-${id}-token`,
    botUser,
    botId: `B${id}`,
    channels: new Map([
      ['C1', { members: new Set([botUser, ...people]), archived: false }],
      ['C2', { members: new Set(people), archived: false }],
      ['C3', { members: new Set([botUser, ...people]), archived: true }],
      ['D1', { members: new Set([botUser, 'U1']), archived: false, im: 'U1' }],
    ]),
    messages: [],
    index: new Map(),
    views: [],
    statuses: [],
    prompts: [],
    agents: true,
  };
}

/** Puts a message into its workspace. */
export function addMessage(team: Team, message: Message): void {
  team.messages.push(message);
  team.index.set(`${message.channel}/${message.ts}`, message);
}
