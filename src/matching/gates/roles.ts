/** Gates over who does what: the speaker, what happens, who does it to whom. */
import { type Store, wordClass } from '../../facts/index.ts';
import { means, type Span } from '../../lookup/index.ts';
import type { NameMention, Role } from '../../question/index.ts';
import { holdsAny } from '../any-of.ts';
import { closure } from '../belonging.ts';
import { type Holds, keysOf, type Profile } from '../profile.ts';
import { type Conflict, failing, type Gate, OPEN } from './gate.ts';

/** Who is said to have said it must be who said it. */
export const speakers: Gate = ({ question }) => {
  if (question.speakers.length === 0) return null;
  return (profile) => {
    const heard = (n: NameMention) =>
      holdsAny(profile.speakers, n.entities) || (!question.verbatim && holdsAny(profile.voices, n.entities));
    const anyHeard = question.speakers.some(heard);
    return failing(
      question.speakers,
      (n) =>
        !heard(n) &&
        // "what do A and B say they will do": one may speak for both, of what both do.
        !(
          anyHeard &&
          question.speakers.some((o) => isBeside(o.span, n.span)) &&
          profile.frames.some((f) => holdsAny(f.doers, n.entities))
        ) &&
        // "people in NAME think": nobody is named, only where it is thought.
        !(question.within.has(n.span) && profile.speakers.size === 0 && holdsAny(profile.entities, n.entities)),
      (n) => ({ kind: 'speaker', failed: n.span.text }),
    );
  };
};

/** Whether two names stand side by side, or a word apart. */
function isBeside(a: Span, b: Span): boolean {
  const gap = a.start < b.start ? b.start - a.end : a.start - b.end;
  return gap === 0 || gap === 1;
}

/** What the question turns on happens in no fact of the store at all ("apologised", "resigned"). */
export const predicates: Gate = ({ question, classes, held }) => {
  // Only the first role: a clause inside another's words may use any verb.
  const [first] = question.roles;
  const unheard =
    first?.agent &&
    (first.subject || question.asked.form === 'yes-no') &&
    first.classes.length > 0 &&
    !first.classes.some((c) => classes.has(c))
      ? first
      : undefined;
  if (unheard) {
    const conflict: readonly Conflict[] = [{ kind: 'predicate', failed: unheard.said }];
    return () => conflict;
  }
  const verb = question.mainVerb;
  if (!verb || question.asides.has(verb) || verb.meanings.includes('l')) return null;
  const asked = verb.meanings.filter((m) => m.startsWith('p:')).map((m) => m.slice(2));
  const elsewhere = verb.meanings.some((m) => /^[etkv]:/u.test(m) && held(m));
  if (asked.length === 0 || elsewhere || asked.some((c) => classes.has(c))) return null;
  const words = verb.telling.map((b) => `w:${b}`);
  const conflict: readonly Conflict[] = [{ kind: 'predicate', failed: verb.text }];
  return (profile) => (words.every((word) => profile.concepts.has(word)) ? OPEN : conflict);
};

/** Forms that ask for a part of what is done: who did it, when, whether. */
const OF_DEEDS: ReadonlySet<string> = new Set(['who', 'whom', 'when', 'where', 'why', 'yes-no']);

/** "who condemned it": a fact that holds nothing of the verb, though others do, is of another deed. */
export const deeds: Gate = ({ question: { asked, mainVerb, asides }, classes }) => {
  // The verb that a question turns on, where it says what is done and nothing else.
  const saysDeed =
    mainVerb &&
    (OF_DEEDS.has(asked.form) || (asked.head !== null && asked.wants.every((w) => w === 'date'))) &&
    !asides.has(mainVerb) &&
    means(mainVerb, 'p:') &&
    mainVerb.meanings.every((m) => /^[pkta]:/u.test(m));
  if (!saysDeed) return null;
  const keys = keysOf(mainVerb);
  if (!keys.some((key) => key.startsWith('p:') && classes.has(key.slice(2)))) return null;
  const conflict: readonly Conflict[] = [{ kind: 'predicate', failed: mainVerb.text }];
  return ({ frames, concepts }) => (frames.length === 0 || keys.some((key) => concepts.has(key)) ? OPEN : conflict);
};

/** The fact must have the predicate with the same agent and patient, where it has the predicate at all. */
export const roles: Gate = ({ store, question, rolesOf }) => {
  if (question.roles.length === 0) return null;
  const speech = wordClass(store, 'speech');
  const told = new Set([...speech, ...wordClass(store, 'tell')]);
  const classes = { store, speech, told, patientless: wordClass(store, 'patientless') };
  const claims = question.asked.form === 'yes-no';
  return (profile, sameAsk) =>
    failing(
      question.roles,
      (role) =>
        contradicts(role, profile, classes) &&
        // Whoever noted nearly the same question for the fact, with the same doing it to the same, knew what it tells.
        (claims || sameAsk === null || !rolesOf(sameAsk).some((own) => isSameRole(role, own))),
      (role) => ({ kind: 'role', failed: role.said }),
    );
};

/** Whether the same one does it, and to the same, if to anybody. */
function isSameRole({ agent, patient }: Role, own: Role): boolean {
  const same = (a: readonly string[] | undefined, b: readonly string[] | undefined) =>
    a?.some((id) => b?.includes(id)) ?? b === undefined;
  return same(agent, own.agent) && same(patient, own.patient);
}

/** "what did NAME answer to NAME": whoever is answered gave no answer to himself. */
export const replies: Gate = ({ store, question: { addressed } }) => {
  if (addressed.length === 0) return null;
  const reply = [...wordClass(store, 'reply')];
  const answered = new Set(addressed.flatMap((n) => n.entities));
  const isAnswered = (id: string) => holdsAny(answered, [...closure(store, [id])]);
  const conflict: readonly Conflict[] = [{ kind: 'role', failed: addressed.map((n) => n.span.text).join(', ') }];
  return ({ frames, voices }) => {
    const given = frames.filter((f) => reply.some((name) => f.classes.has(name))).map((f) => [...f.doers.values()]);
    const replying = given.length > 0 ? given : [[...voices.values()]];
    return replying.some((ids) => ids.length === 0 || !ids.every(isAnswered)) ? OPEN : conflict;
  };
};

/** Predicates that are done in words, with those by which something is only told, those whose object is no patient; and who belongs to whom. */
interface Classes {
  readonly store: Store;
  readonly speech: ReadonlySet<string>;
  readonly told: ReadonlySet<string>;
  readonly patientless: ReadonlySet<string>;
}

function contradicts(role: Role, profile: Profile, { store, speech, told, patientless }: Classes): boolean {
  const frames = profile.frames.filter((f) => role.classes.some((c) => f.classes.has(c)));
  if (frames.length === 0) {
    if (role.subject !== true || role.agent === undefined || profile.frames.length === 0) return false;
    // Whatever it is said to do: who neither acts in this fact nor, where it is said in words, is heard in it, does nothing in it.
    const said = isSpeech(role.classes, told);
    const { agent } = role;
    return !(
      (said && holdsAny(profile.voices, agent)) ||
      profile.frames.some((f) => (said || !isSpeech(f.classes, speech)) && holdsAny(f.agents, agent))
    );
  }
  // One is represented by one's own.
  const own = !role.agent || holdsAny(closure(store, role.agent), role.patient ?? []);
  return !frames.some((f) => {
    // "who represented NAME": who does this does it to nobody, and may be named on either side.
    const suffered = role.classes.some((c) => f.classes.has(c) && !patientless.has(c));
    const either = role.beside || (own && !suffered);
    return (
      (either || !isReversed(role, f, suffered)) &&
      fills(role.agent, f.agents) &&
      (fills(role.patient, f.patients) ||
        (either && fills(role.patient, f.agents)) ||
        // Who is described or spoken of has nothing done to them: the fact may name them in any part.
        (isSpeech(f.classes, told) && fills(role.patient, profile.entities)))
    );
  });
}

/** Whether one of the classes is done in words. */
function isSpeech(classes: Iterable<string>, speech: ReadonlySet<string>): boolean {
  for (const name of classes) if (speech.has(name)) return true;
  return false;
}

/** Whom the question makes the patient is the agent of the frame, and nothing else; not where its agent acts there as well (`mutual`). */
function isReversed(role: Role, frame: Profile['frames'][number], mutual: boolean): boolean {
  if (!role.patient || (mutual && role.agent && holdsAny(frame.doers, role.agent))) return false;
  return holdsAny(frame.doers, role.patient, (id) => !frame.patients.has(id));
}

/** An empty slot of a frame restricts nothing. */
function fills(entities: readonly string[] | undefined, slot: Holds<string>): boolean {
  return !entities || slot.size === 0 || holdsAny(slot, entities);
}
