/**
 * Who does what to whom, read only where English word order leaves no doubt: "did NAME verb", "NAME verb", "verb by NAME",
 * "NAME's noun of NAME". Everything else stays unsaid and restricts nothing.
 */
import type { Span } from '../lookup/index.ts';
import { isHolding } from './held.ts';
import type { Asked, Role } from './question.ts';
import type { Reading } from './reading.ts';
import { carriedBy } from './telling.ts';
import { textOf } from './text-of.ts';

const classesOf = (span: Span): string[] => span.meanings.filter((m) => m.startsWith('p:')).map((m) => m.slice(2));
const entitiesOf = (span: Span): string[] =>
  span.meanings.filter((m) => /^[es]:/u.test(m)).map((m) => (m.startsWith('e:') ? m.slice(2) : m));

/** A name, with the names joined to it by "and" or a comma; `end` is the word after. */
function nameAt(
  q: Reading,
  start: number,
  anything = false,
): { entities: string[][]; end: number; possessive: boolean } | undefined {
  let i = start;
  while (q.is(i, 'determiner')) i++;
  const entities: string[][] = [];
  let possessive = false;
  for (;;) {
    const span = q.spanAt(i);
    const names = span && span.start === i ? entitiesOf(span).filter((id) => anything || q.acts(id)) : [];
    if (!span || names.length === 0) break;
    entities.push(names);
    possessive = q.words[span.end - 1]!.possessive;
    i = span.end;
    const owned = ownedAt(q, i);
    if (owned) {
      possessive = false;
      i = owned.end;
      break;
    }
    if (possessive) break;
    const next = q.is(i, 'joins') ? i + 1 : i;
    const following = q.spanAt(next);
    if (!following || entitiesOf(following).length === 0) break;
    // "zhao lijian - us warships": a mark parts two names, a comma or a word joins them.
    if (next === i && !/^(?:[\s,]+|-)$/u.test(q.words[next]!.gap)) break;
    // "zhao lijian, us warships did what": a person before a comma is whose words they are, not one of the ships.
    if (
      next === i &&
      /,/u.test(q.words[next]!.gap) &&
      names.some(q.isPerson) !== entitiesOf(following).some(q.isPerson)
    )
      break;
    i = next;
  }
  return entities.length > 0 ? { entities, end: i, possessive } : undefined;
}

/** "Chinese vessels", "Taiwan's government": people or craft of a country act for it (`actors` in the vocabulary). */
function ownedAt(q: Reading, i: number): Span | undefined {
  const span = q.spanAt(i);
  if (!span || span.start !== i || entitiesOf(span).length > 0 || /[:;,]/u.test(q.words[i]!.gap)) return undefined;
  // "did NAME criticise NAME": its base is that of "critic" too, but what has an object is a deed.
  const object = q.spanAt(q.is(span.end, 'determiner') ? span.end + 1 : span.end);
  if (classesOf(span).length > 0 && object && entitiesOf(object).length > 0) return undefined;
  return span.meanings.some((m) => q.actors.has(m)) ? span : undefined;
}

/** A name that only qualifies what follows it ("the Tokyo session", "the American passage") acts in nothing. */
function qualifies(q: Reading, end: number): boolean {
  const span = q.spanAt(end);
  if (!span || span.start !== end || span.meanings.length === 0) return false;
  if (span.meanings.includes('a:thing') && span.meanings.every((m) => m === 'l' || m.startsWith('a:'))) return true;
  if (span.meanings.includes('l')) return false;
  return !span.meanings.some((m) => m.startsWith('p:') || m.startsWith('e:'));
}

/** The verb at `i`, past padding such as adverbs, within three words. */
function verbAt(q: Reading, start: number): Span | undefined {
  for (let i = start; i < Math.min(start + 3, q.words.length); i++) {
    const span = q.spanAt(i);
    if (!span || span.start !== i) continue;
    // "NAME because of what did it"
    if (q.is(i, 'because-of')) return q.is(span.end, 'wh') ? verbAt(q, span.end + 1) : undefined;
    if (
      q.is(i, 'preposition') ||
      q.is(i, 'wh') ||
      q.is(i, 'oblique') ||
      q.is(i, 'say') ||
      q.is(i, 'determiner') ||
      span.meanings.some((m) => m.startsWith('#:')) ||
      // "kishi: bombers flew": a mark after the name parts it from what follows.
      // "lavrov 'gain momentum' remark": what he remarked is no deed of his.
      (/["'“‘]/u.test(q.words[i]!.gap) && q.is(span.end, 'statement')) ||
      (i > start ? /[-:;,]/u : /[:;,]|\s-/u).test(q.words[i]!.gap)
    )
      return undefined;
    if (q.is(i, 'manner')) continue;
    if (classesOf(span).length > 0) return span;
    if (!span.meanings.includes('l') && span.meanings.length > 0) return undefined;
  }
  return undefined;
}

/** The name right after the verb, past a preposition or an article. */
function objectAt(q: Reading, start: number): { patients: string[][]; beside: boolean; end: number } | undefined {
  // "NAME maintained that NAME did it": the clause is what he says, and nothing is done to its subject.
  if (q.is(start, 'embeds') && q.words[start + 1]?.gap === ' ') return undefined;
  let i = start;
  let beside = false;
  while (i < start + 3 && (q.is(i, 'of') || q.is(i, 'determiner'))) {
    if (q.is(i, 'with')) beside = true;
    if (q.is(i, 'aside')) return undefined;
    i++;
  }
  const name = nameAt(q, i);
  // "call Russian-Chinese coordination …": a name that qualifies a noun is not what is acted on.
  const next = name && q.spanAt(name.end);
  const noun =
    next?.start === name?.end && next?.meanings.some((m) => /^[pta]:/u.test(m)) && !next.meanings.includes('l');
  return name && !name.possessive && !noun ? { patients: name.entities, beside, end: name.end } : undefined;
}

/** Whether the verb stands in the passive: a form of "be" before it. */
function isPassive(q: Reading, verb: Span): boolean {
  return q.is(verb.start - 1, 'be') || q.is(verb.start - 2, 'be');
}

/** Reads the roles of the question; what is set aside plays none. */
export function findRoles(q: Reading, asked: Asked, asides: ReadonlySet<Span>): Role[] {
  const { form, head } = asked;
  const asksYesNo = form === 'yes-no';
  const roles: Role[] = [];
  const push = (
    agents: string[][] | undefined,
    verb: Span,
    object: ReturnType<typeof objectAt>,
    from = verb.start,
    subject = false,
  ) => {
    const classes = classesOf(verb);
    const patient = object?.patients[0];
    const to = patient && { patient, beside: object.beside };
    const said = textOf(q.words, Math.min(from, verb.start), Math.max(verb.end, object?.end ?? 0, from + 1));
    if (agents) for (const agent of agents) roles.push({ agent, classes, said, ...(subject && { subject }), ...to });
    else if (to) roles.push({ classes, said, ...to });
  };
  const carried = carriedBy(q, asked);
  for (let i = 0; i < q.words.length; i++) {
    const span = q.spanAt(i);
    if (!span || span.start !== i || asides.has(span)) continue;
    const afterAuxiliary = q.is(i - 1, 'auxiliary') || (i > 1 && q.is(i - 1, 'determiner') && q.is(i - 2, 'auxiliary'));
    const cleft = q.is(i - 1, 'expletive') && q.is(i - 2, 'auxiliary');
    const subject = nameAt(q, i, afterAuxiliary);
    // "which NAME member did it": a country did, and the name only says of which group.
    const ofAsked =
      q.is(i - 1, 'what') && head?.start === subject?.end && head?.meanings.includes('a:country') === true;
    // "NAME gave NAME what reply": what is given is done.
    if (subject && !subject.possessive && head && q.is(subject.end, 'gives') && classesOf(head).length > 0)
      push(subject.entities, head, undefined, i, true);
    if (subject && !subject.possessive && !ofAsked && !isObject(q, i) && !qualifies(q, subject.end)) {
      const follows = verbAt(q, cleft && q.is(subject.end, 'that') ? subject.end + 1 : subject.end);
      const verb =
        (afterAuxiliary ? answerBefore(q, i) : undefined) ??
        (follows === carried ? undefined : follows) ??
        (afterAuxiliary ? nounBefore(q, i) : undefined);
      if (
        verb &&
        !isHolding(q, asked, verb.start) &&
        (afterAuxiliary || cleft || i === 0 || !asksYesNo || q.is(i - 1, 'determiner') || q.is(i - 1, 'what'))
      ) {
        if (isPassive(q, verb) || q.is(i - 1, 'be')) {
          // "China is determined to …" is no passive of doing; only a claim ("was X damaged?") or an agent makes it one.
          if (!asksYesNo && !q.is(verb.end, 'by')) continue;
          pushPassive(q, subject.entities, i, verb, roles);
        } else if (isDoneTo(q, i, subject.end, verb)) {
          const said = textOf(q.words, Math.min(i, verb.start), Math.max(verb.end, subject.end));
          for (const patient of subject.entities) roles.push({ classes: classesOf(verb), patient, said });
        } else push(subject.entities, verb, objectAt(q, verb.end), i, afterAuxiliary || cleft || i < 2);
      }
      i = subject.end - 1;
    } else if (subject && !subject.possessive) {
      i = subject.end - 1;
    } else if (subject?.possessive) {
      const noun = verbAt(q, subject.end);
      // "NAME's forecast" says only whose it is; "NAME's condemnation of NAME" says who did what to whom.
      const object = noun && objectAt(q, noun.end);
      if (noun && object && noun.start <= subject.end + 1) push(subject.entities, noun, object, i);
      i = subject.end - 1;
    } else if (q.is(i - 1, 'who') && classesOf(span).length > 0) {
      push(undefined, span, objectAt(q, span.end));
      const behalf = q.words.findIndex((_, k) => k >= span.end && (q.is(k, 'behalf') || q.is(k, 'for-another')));
      const whom = behalf > 0 ? nameAt(q, behalf + (q.is(behalf + 1, 'of') ? 2 : 1)) : undefined;
      // "the rationale for NAME's ships": only what ends the clause says for whom it is done.
      const ends = whom && (whom.end === q.words.length || /[,;:?.]/u.test(q.words[whom.end]!.gap));
      if (whom && ends && !whom.possessive) push(whom.entities, span, undefined);
    } else if (!asksYesNo && classesOf(span).length > 0 && q.is(i - 1, 'be') && /ed$/u.test(span.text)) {
      // "why was criticised NAME": the one it is done to after the deed, as other languages have it.
      const suffers = q.is(span.end, 'by') ? undefined : nameAt(q, span.end);
      const ends = suffers && (suffers.end === q.words.length || q.is(suffers.end, 'preposition'));
      if (ends && !suffers.possessive)
        for (const patient of suffers.entities)
          roles.push({ classes: classesOf(span), patient, said: textOf(q.words, i, suffers.end) });
    } else if (!asksYesNo && classesOf(span).length > 0 && q.is(i - 1, 'does')) {
      // "what did promise NAME to NAME": the deed before who did it, as other languages have it.
      const agent = nameAt(q, span.end);
      const ends = agent && (agent.end === q.words.length || q.is(agent.end, 'preposition'));
      if (agent && ends && !agent.possessive) push(agent.entities, span, undefined, i, true);
    } else if (classesOf(span).length > 0 && q.is(span.end, 'by') && !/[,;:]/u.test(q.words[span.end]!.gap)) {
      const agent = nameAt(q, span.end + 1);
      // "flights by the Russian border": what only qualifies a noun does nothing.
      if (agent && !qualifies(q, agent.end)) push(agent.entities, span, undefined);
    }
  }
  return roles;
}

/** "gives NAME support", "what threat does NAME face", "NAME should do it": it is done to the name, or asked of it. */
function isDoneTo(q: Reading, from: number, end: number, verb: Span): boolean {
  const before = q.is(from - 1, 'determiner') ? from - 2 : from - 1;
  return q.is(before, 'gives') || q.is(end, 'undergo') || q.is(verb.start, 'obliged');
}

/** "What answer did NAME send back": whatever verb it is sent with, an answer is given. */
function answerBefore(q: Reading, i: number): Span | undefined {
  const noun = nounBefore(q, i);
  return noun && q.is(noun.start, 'statement') ? noun : undefined;
}

/** "What reply did NAME give": where the verb says nothing, the asked noun is what is done. */
function nounBefore(q: Reading, i: number): Span | undefined {
  const auxiliary = q.is(i - 1, 'auxiliary') ? i - 1 : i - 2;
  const noun = q.spanAt(auxiliary - 1);
  // "which command did NAME speak for" asks for a body, not for a deed.
  const deed = noun?.meanings.every((m) => !m.startsWith('a:') || m === 'a:thing');
  // "after which meeting did NAME …" asks when.
  const scene = noun && ['before', 'after', 'during'].some((part) => q.is(noun.start - 2, part));
  const asked = noun && !scene && (q.is(noun.start - 1, 'what') || q.is(noun.start - 1, 'quantity'));
  return noun && deed && asked && classesOf(noun).length > 0 && !embedsDeed(q, i) ? noun : undefined;
}

/** "what role did NAME want NAME to play", "which aims does NAME claim to have": what is asked for is of the deed that follows. */
function embedsDeed(q: Reading, i: number): boolean {
  const end = nameAt(q, i)?.end ?? i + 1;
  const to = q.first('to', end);
  const isVerb = to > end && to < q.words.length - 1 && !q.is(to + 1, 'determiner') && !nameAt(q, to + 1, true);
  return isVerb && !q.words.slice(end, to + 1).some((w) => /[,;:]/u.test(w.gap));
}

/** A name after a preposition is no subject. */
function isObject(q: Reading, i: number): boolean {
  const before = q.is(i - 1, 'determiner') ? i - 2 : i - 1;
  // "the authorities in NAME assessed": what stands before the preposition acts for the name.
  const actor = q.spanAt(before - 1);
  if (q.is(before, 'inside') && actor?.meanings.some((m) => q.governing.has(m))) return false;
  // "what did Zhao say the US should do": the clause is his, not a deed.
  return ['of', 'by', 'oblique', 'before', 'after', 'say', 'embeds'].some((part) => q.is(before, part));
}

/** "was NAME verbed (by NAME)": the first name is the patient. */
function pushPassive(q: Reading, patients: string[][], from: number, verb: Span, roles: Role[]): void {
  const classes = classesOf(verb);
  const agent = q.is(verb.end, 'by') ? nameAt(q, verb.end + 1) : undefined;
  const said = textOf(q.words, Math.min(from, verb.start), agent?.end ?? verb.end);
  if (
    !q.is(verb.end, 'by') &&
    !/(?:ed|[aeiou][a-z]?en|wn|ught|elt|ent|eld|ade|ung|unk)$/u.test(verb.text.toLowerCase())
  ) {
    for (const name of patients) roles.push({ agent: name, classes, said });
    return;
  }
  for (const patient of patients) roles.push({ classes, patient, said, ...(agent && { agent: agent.entities[0]! }) });
}
