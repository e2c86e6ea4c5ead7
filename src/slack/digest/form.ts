/** The form that sets a channel's digest up. */
import type { types } from '@slack/bolt';
import { type DigestTopic, type SettingsInput, WHEN_EMPTY } from '../../digest/index.ts';
import type { DigestSettings } from '../../storage/index.ts';
import { LIMITS, plain } from '../views/index.ts';

/** callback_id of the form. */
export const DIGEST_FORM = 'digest_form';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** Slack shows at most this many choices in one list. */
const MOST_OPTIONS = 100;

/** Gives the form for a channel (id), filled with `now`; with `cut` topics beyond what Slack can show left out. */
export function digestForm(channel: string, now: DigestSettings, topics: readonly DigestTopic[]): types.ModalView {
  const days = WEEKDAYS.map((name, index) => option(String(index + 1), name));
  const empty = Object.entries(WHEN_EMPTY).map(([value, label]) => option(value, label));
  const choices = topics.slice(0, MOST_OPTIONS).map((topic) => option(topic.id, topic.label));
  const chosen = choices.filter((choice) => now.topics.includes(choice.value!));
  const topicField = {
    type: 'multi_static_select' as const,
    action_id: 'topics',
    placeholder: plain('Everything'),
    options: choices,
    ...(chosen.length > 0 ? { initial_options: chosen } : {}),
  };
  return {
    type: 'modal',
    callback_id: DIGEST_FORM,
    private_metadata: channel,
    title: plain('Daily digest', LIMITS.modalTitle),
    submit: plain('Save', LIMITS.modalTitle),
    close: plain('Cancel', LIMITS.modalTitle),
    blocks: [
      input('time', 'Time', { type: 'plain_text_input', action_id: 'time', initial_value: now.time, max_length: 5 }),
      input('zone', 'Time zone', {
        type: 'plain_text_input',
        action_id: 'zone',
        initial_value: now.zone,
        max_length: 60,
      }),
      input('weekdays', 'Weekdays', {
        type: 'checkboxes',
        action_id: 'weekdays',
        options: days,
        initial_options: days.filter((day) => now.weekdays.includes(Number(day.value))),
      }),
      ...(choices.length > 0 ? [{ ...input('topics', 'Topics', topicField), optional: true }] : []),
      input('whenEmpty', 'When there is nothing new', {
        type: 'radio_buttons',
        action_id: 'whenEmpty',
        options: empty,
        initial_option: empty.find((choice) => choice.value === now.whenEmpty)!,
      }),
      { type: 'context', elements: [plain('The digest says in the channel that you set it up.')] },
    ],
  };
}

/** Reads the form's values; what is missing is null or empty, so that checking it names the field. */
export function readDigestForm(values: Readonly<Record<string, Readonly<Record<string, unknown>>>>): SettingsInput {
  const field = (id: string) => (values[id]?.[id] ?? {}) as FieldState;
  const many = (id: string) => (field(id).selected_options ?? []).map((choice) => choice.value ?? '');
  return {
    time: field('time').value ?? null,
    zone: field('zone').value ?? null,
    weekdays: many('weekdays'),
    topics: many('topics'),
    whenEmpty: field('whenEmpty').selected_option?.value ?? null,
  };
}

interface FieldState {
  readonly value?: string | null;
  readonly selected_option?: { readonly value?: string } | null;
  readonly selected_options?: readonly { readonly value?: string }[] | null;
}

function option(value: string, label: string): types.PlainTextOption {
  return { value, text: plain(label, LIMITS.buttonText) };
}

function input(id: string, label: string, element: types.InputBlock['element']): types.InputBlock {
  return { type: 'input', block_id: id, label: plain(label), element };
}
