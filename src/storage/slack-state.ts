/** What the Slack app remembers, on the storage: the shape of `SlackState` in src/slack, which stands to the right. */
import type { FeedbackEntry, PostedAnswer, ThreadRecord, UnansweredEntry } from './contract/conversations.ts';
import type { Storage } from './contract/storage.ts';

interface Place {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
}

/** Keys that name a message are "kind/team/channel/ts…"; erasing the workspace finds them by it. Others hold an id only. */
function teamIn(key: string): string {
  const parts = key.split('/');
  return parts.length >= 4 ? parts[1]! : '';
}

/** Gives the Slack app's state over a storage. */
export function slackState(storage: Storage) {
  const { seenEvents, threads, postedAnswers, feedback, unanswered } = storage;
  return {
    seen: {
      take: (keys: readonly string[]) => seenEvents.take(keys.map((key) => ({ team: teamIn(key), key }))),
    },
    threads: {
      get: async ({ team, channel, ts }: Place) => (await threads.get(team, channel, ts)) ?? undefined,
      put: ({ team, channel, ts }: Place, record: ThreadRecord) => threads.put(team, channel, ts, record),
    },
    answers: {
      get: async ({ team, channel, ts }: Place) => (await postedAnswers.get(team, channel, ts)) ?? undefined,
      put: ({ team, channel, ts }: Place, answer: PostedAnswer) => postedAnswers.put(team, channel, ts, answer),
    },
    // The storage reads its own clock, so a caller's `at` is not needed.
    feedback: { add: ({ at: _at, ...entry }: FeedbackEntry & { readonly at: string }) => feedback.add(entry) },
    unanswered: { add: ({ at: _at, ...entry }: UnansweredEntry & { readonly at: string }) => unanswered.add(entry) },
  };
}
