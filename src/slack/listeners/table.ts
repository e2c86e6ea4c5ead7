/** The shape of the list of listeners: a visible table that the app registers and that a test holds against the manifest. */
import type {
  AllMiddlewareArgs,
  BlockAction,
  Context,
  MessageShortcut,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackEventMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';

export type CommandArgs = SlackCommandMiddlewareArgs & AllMiddlewareArgs;
export type ShortcutArgs = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs;
export type ActionArgs = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;
export type ViewArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;
export type EventArgs<T extends string = string> = SlackEventMiddlewareArgs<T> & AllMiddlewareArgs;

/** Listeners by what they listen to. */
export interface ListenerTable {
  /** By command, with its slash. */
  readonly commands: Readonly<Record<string, (args: CommandArgs) => Promise<void>>>;
  /** By callback_id. */
  readonly shortcuts: Readonly<Record<string, (args: ShortcutArgs) => Promise<void>>>;
  /** By action_id without its index: "ask_again" takes "ask_again:2". */
  readonly actions: Readonly<Record<string, (args: ActionArgs) => Promise<void>>>;
  /** By callback_id of the submitted view. */
  readonly views: Readonly<Record<string, (args: ViewArgs) => Promise<void>>>;
  /** By type of event. */
  // biome-ignore lint/suspicious/noExplicitAny: the payload's type follows from the key, which a table cannot say
  readonly events: Readonly<Record<string, (args: any) => Promise<void>>>;
}

/** Id of the workspace, or of the organisation for an org-wide install. */
export function teamOf(context: Context): string {
  return context.teamId ?? context.enterpriseId ?? '';
}

/** What the app's middleware noted of a delivery: its key, when it arrived (epoch, ms) and how long its acknowledgement took (ms). */
export function deliveryOf(context: Context): { delivery: string | undefined; arrived: number; ackMs: number } {
  const { deliveryKey, arrived = 0, ackMs = 0 } = context;
  return {
    delivery: typeof deliveryKey === 'string' ? deliveryKey : undefined,
    arrived: Number(arrived),
    ackMs: Number(ackMs),
  };
}

/** Where a button was clicked. */
export interface Click {
  readonly channel: string | undefined;
  readonly messageTs: string | undefined;
  readonly threadTs: string | undefined;
  /** Whether only one person sees the message. */
  readonly ephemeral: boolean;
  readonly user: string;
  readonly actionId: string;
  readonly value: string | undefined;
}

/** Reads a click from its payload; a button in the Home tab has no channel. */
export function clickOf({ body, action }: Pick<ActionArgs, 'body' | 'action'>): Click {
  const container = body.container as
    | { is_ephemeral?: boolean; message_ts?: string; channel_id?: string; thread_ts?: string }
    | undefined;
  const message = body.message as { thread_ts?: string } | undefined;
  return {
    channel: body.channel?.id ?? container?.channel_id,
    messageTs: container?.message_ts,
    threadTs: message?.thread_ts ?? container?.thread_ts,
    ephemeral: container?.is_ephemeral ?? false,
    user: body.user.id,
    actionId: action.action_id,
    value: 'value' in action && typeof action.value === 'string' ? action.value : undefined,
  };
}
