/**
 * Whom a question does not name but describes: "the country that raised alarms over the flight, is it one of …", "NAME's partner in the
 * patrols". What is described must be found before the rest can be asked.
 */
import type { Store } from '../facts/index.ts';
import type { Description } from './question.ts';
import type { Reading } from './reading.ts';
import { textOf } from './text-of.ts';

/** The description in a question; null where it describes nobody. */
export function describedIn(q: Reading, store: Store): Description | null {
  return byClause(q) ?? byPartner(q, store);
}

/** "is the country that raised alarms one of the members": a clause up to what it is said to belong to. */
function byClause(q: Reading): Description | null {
  const from = q.first('determiner');
  const noun = q.spanAt(from + 1);
  if (from < 0 || !q.is(0, 'auxiliary') || noun?.start !== from + 1 || !q.is(noun.end, 'relative')) return null;
  if (!noun.meanings.some((m) => m.startsWith('a:'))) return null;
  const to = q.words.findIndex((_, i) => i > noun.end + 1 && q.is(i, 'belongs'));
  if (to < 0) return null;
  return { from, to, noun: textOf(q.words, noun.start, noun.end), clause: textOf(q.words, noun.end + 1, to) };
}

/** "NAME's partner in the patrols": whoever else took part. */
function byPartner(q: Reading, store: Store): Description | null {
  const at = q.first('partner');
  const name = at > 0 ? q.spanAt(at - 1) : undefined;
  const besides = name?.meanings.flatMap((m) => (m.startsWith('e:') ? m.slice(2) : [])) ?? [];
  if (besides.length === 0 || !q.words[at - 1]!.possessive || !q.is(at + 1, 'preposition')) return null;
  const event = q.spans.find((s) => s.start > at && s.meanings.some((m) => m.startsWith('v:')));
  if (!event || event.start > at + 4) return null;
  const events = event.meanings.flatMap((m) => (m.startsWith('v:') ? m.slice(2) : []));
  // "the minister of NAME's partner": of a name that is that of an office, the last word alone is whose partner it is.
  const isOffice = besides.every((id) => store.entities.get(id)?.kind === 'person') && name!.end - name!.start > 2;
  return { from: isOffice ? at - 1 : name!.start, to: event.end, besides, events };
}
