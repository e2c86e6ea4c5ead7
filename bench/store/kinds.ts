/**
 * The kinds of events of a generated store, as data: what happens, how a fact says it, and how a curator and a reader ask for it.
 * {a} is who acts, {b} whom it is done with or to, {p} the place, {d} the day, {n} a number, {r} a reason, {t} what it is about.
 */
import type { SlotName } from '../../src/facts/index.ts';
import type { Part } from './cast.ts';

/** A question of a reader: the slot it asks for, and its text. */
export interface Template {
  readonly asks: SlotName | 'yes-no';
  readonly text: string;
}

/** How events of one kind are made and asked about. */
export interface KindSpec {
  /** Id of the kind in the vocabulary. */
  readonly kind: string;
  /** What one such event is called, after the name of its place. */
  readonly noun: string;
  readonly a?: Part;
  readonly b?: Part;
  /** Whether {a} and {b} can change places. */
  readonly mutual?: true;
  /** What {n} counts, in the plural, and its least and greatest value. */
  readonly counts?: readonly [unit: string, least: number, most: number];
  readonly reasons?: readonly string[];
  readonly things?: readonly string[];
  readonly says: string;
  readonly frames: readonly string[];
  /** Ways to ask that a curator wrote down with the fact. */
  readonly askedAs: readonly string[];
  readonly questions: readonly Template[];
}

const ask = (asks: Template['asks'], ...texts: string[]): Template[] => texts.map((text) => ({ asks, text }));

export const KINDS: readonly KindSpec[] = [
  {
    kind: 'summit',
    noun: 'summit',
    a: 'person',
    b: 'person',
    mutual: true,
    says: '{a} met {b} at a summit in {p} on {d}.',
    frames: ['meet, attend : {a} {b}', 'meet : {a} > {b}', 'meet : {b} > {a}'],
    askedAs: ['who met {b} at the {p} summit', 'when and where did {a} and {b} hold talks'],
    questions: [
      ...ask('who', 'who met {b} in {p} on {d}?', 'which leader met {b} in {p}?'),
      ...ask('when', 'when did {a} meet {b}?', 'on what day did {a} and {b} meet in {p}?'),
      ...ask('where', 'where did {a} meet {b} on {d}?', 'in which city did {a} and {b} meet?'),
      ...ask('yes-no', 'did {a} meet {b} in {p}?'),
    ],
  },
  {
    kind: 'signing',
    noun: 'signing',
    a: 'organisation',
    b: 'organisation',
    mutual: true,
    things: ['supply contract', 'licence agreement', 'transport agreement', 'research agreement', 'fishing agreement'],
    says: '{a} and {b} signed a {t} in {p} on {d}.',
    frames: ['sign, agree : {a} {b}', 'sign : {a} > {b}', 'sign : {b} > {a}'],
    askedAs: ['who signed a {t} with {b}', 'what was agreed in {p}'],
    questions: [
      ...ask('who', 'who signed a {t} with {b} in {p}?', 'which company signed a {t} with {b} on {d}?'),
      ...ask('when', 'when did {a} sign a {t} with {b}?', 'on what day did {a} and {b} sign the {t}?'),
      ...ask('where', 'where did {a} sign the {t} with {b}?', 'where did {a} and {b} sign the agreement on {d}?'),
      ...ask('thing', 'what did {a} and {b} sign in {p}?'),
      ...ask('yes-no', 'did {a} sign a {t} with {b}?'),
    ],
  },
  {
    kind: 'visit',
    noun: 'visit',
    a: 'person',
    b: 'organisation',
    says: '{a} paid an official visit to {b} in {p} on {d}.',
    frames: ['visit : {a} > {b} {p}'],
    askedAs: ['who called on {b} in {p}', 'where did {a} travel to'],
    questions: [
      ...ask('who', 'who visited {b} on {d}?', 'who paid a visit to {b} in {p}?'),
      ...ask('when', 'when did {a} visit {b}?', 'when was the visit of {a} to {p}?'),
      ...ask('where', 'where did {a} visit {b}?'),
      ...ask('yes-no', 'did {a} visit {p} on {d}?'),
    ],
  },
  {
    kind: 'labour-strike',
    noun: 'walkout',
    a: 'organisation',
    counts: ['workers', 12, 980],
    reasons: ['unpaid wages', 'longer shifts', 'planned layoffs', 'pension cuts', 'unsafe equipment'],
    says: '{n} workers of {a} went on strike in {p} on {d} over {r}.',
    frames: ['strike-work, leave-organisation : {a}'],
    askedAs: ['why did the staff of {a} strike in {p}', 'how many workers walked out'],
    questions: [
      ...ask('who', 'whose workers went on strike in {p} on {d}?'),
      ...ask('when', 'when did workers of {a} go on strike in {p}?'),
      ...ask('where', 'where did the workers of {a} go on strike on {d}?'),
      ...ask('number', 'how many workers of {a} went on strike in {p}?'),
      ...ask('reason', 'why did workers of {a} go on strike in {p}?', 'why did workers walk out at {a} on {d}?'),
      ...ask('yes-no', 'did workers of {a} go on strike in {p} on {d}?'),
    ],
  },
  {
    kind: 'explosion',
    noun: 'explosion',
    counts: ['people', 5, 90],
    things: ['a warehouse', 'a fuel depot', 'a chemical plant', 'a gas pipeline', 'a grain silo'],
    says: 'An explosion at {t} in {p} injured {n} people on {d}.',
    frames: ['bomb, injure'],
    askedAs: ['what blew up in {p}', 'how many people were hurt by the blast in {p}'],
    questions: [
      ...ask('when', 'when was the explosion at {t} in {p}?'),
      ...ask('where', 'where did {t} explode on {d}?', 'where was the explosion of {d}?'),
      ...ask('number', 'how many people were injured in the explosion in {p} on {d}?'),
      ...ask('thing', 'what exploded in {p} on {d}?'),
      ...ask('yes-no', 'was there an explosion at {t} in {p}?'),
    ],
  },
  {
    kind: 'border-clash',
    noun: 'border clash',
    a: 'country',
    b: 'country',
    mutual: true,
    counts: ['soldiers', 5, 60],
    says: 'Troops of {a} and {b} clashed near {p} on {d}; {n} soldiers were wounded.',
    frames: [
      'attack, injure, shoot, differ : {a} {b}',
      'attack, shoot, differ : {a} > {b}',
      'attack, shoot, differ : {b} > {a}',
    ],
    askedAs: ['who fought whom near {p}', 'how many soldiers were hurt near {p}'],
    questions: [
      ...ask('who', 'whose troops clashed near {p} on {d}?'),
      ...ask('when', 'when did troops of {a} and {b} clash near {p}?'),
      ...ask('where', 'where did {a} and {b} clash on {d}?'),
      ...ask('number', 'how many soldiers were wounded in the border clash near {p} on {d}?'),
      ...ask('yes-no', 'did {a} and {b} clash near {p}?'),
    ],
  },
  {
    kind: 'missile-test',
    noun: 'missile test',
    a: 'country',
    things: ['ballistic missile', 'cruise missile', 'short-range missile', 'two-stage rocket'],
    says: '{a} test-fired a {t} from {p} on {d}.',
    frames: ['launch-missile, shoot : {a}'],
    askedAs: ['what did {a} launch from {p}', 'which country launched a {t}'],
    questions: [
      ...ask('who', 'which country launched a {t} from {p} on {d}?'),
      ...ask('when', 'when did {a} fire a {t} from {p}?'),
      ...ask('where', 'from where did {a} launch a {t} on {d}?'),
      ...ask('thing', 'what did {a} launch from {p} on {d}?'),
      ...ask('yes-no', 'did {a} launch a {t} from {p}?'),
    ],
  },
  {
    kind: 'trial',
    noun: 'trial',
    a: 'person',
    things: ['fraud', 'bribery', 'smuggling', 'espionage', 'embezzlement'],
    counts: ['years', 5, 25],
    says: 'A court in {p} found {a} guilty of {t} on {d} and gave a sentence of {n} years in prison.',
    frames: ['convict : {p} > {a}', 'convict : {a}'],
    askedAs: ['who went to prison for {t} in {p}', 'how many years did {a} get'],
    questions: [
      ...ask('whom', 'who was found guilty of {t} in {p} on {d}?', 'who was convicted of {t} by the court in {p}?'),
      ...ask('when', 'when was {a} convicted of {t}?', 'when was {a} found guilty in {p}?'),
      ...ask('where', 'where was {a} convicted of {t}?'),
      ...ask('thing', 'of what was {a} found guilty in {p}?'),
      ...ask('number', 'to how many years in prison was {a} sentenced in {p}?'),
      ...ask('yes-no', 'was {a} found guilty of {t} in {p}?'),
    ],
  },
  {
    kind: 'exercise',
    noun: 'exercise',
    a: 'country',
    b: 'country',
    mutual: true,
    counts: ['ships', 5, 45],
    says: 'The navies of {a} and {b} held a joint exercise with {n} ships off {p} on {d}.',
    frames: ['drill, join, cooperate, host : {a} {b}', 'drill, join : {a} > {b}', 'drill, join : {b} > {a}'],
    askedAs: ['with whom did {a} drill off {p}', 'how many ships did they send'],
    questions: [
      ...ask('who', 'whose navies held a joint exercise off {p} on {d}?'),
      ...ask('when', 'when did {a} and {b} hold the exercise off {p}?'),
      ...ask('where', 'where did {a} and {b} hold a joint exercise on {d}?'),
      ...ask('number', 'how many ships took part in the exercise of {a} and {b} off {p}?'),
      ...ask('yes-no', 'did {a} and {b} hold a joint exercise off {p}?'),
    ],
  },
  {
    kind: 'transit',
    noun: 'passage',
    a: 'vessel',
    says: 'The frigate {a} passed {p} on {d}.',
    frames: ['sail : {a} > {p}'],
    askedAs: ['what vessel sailed by {p}', 'what did the frigate {a} pass'],
    questions: [
      ...ask('who', 'which ship sailed past {p} on {d}?'),
      ...ask('when', 'when did the {a} sail past {p}?', 'on which day did the frigate {a} pass {p}?'),
      ...ask('where', 'where did the frigate {a} pass on {d}?'),
      ...ask('yes-no', 'did the {a} pass {p} on {d}?'),
    ],
  },
  {
    kind: 'resignation',
    noun: 'resignation',
    a: 'person',
    b: 'organisation',
    reasons: ['a leaked letter', 'an audit', 'poor health', 'a failed merger', 'a dispute with the board'],
    says: '{a} resigned as the head of {b} in {p} on {d} over {r}.',
    frames: ['resign : {a}'],
    askedAs: ['why did {a} quit {b}', 'who gave up the post at {b}'],
    questions: [
      ...ask('who', 'who resigned as the head of {b} on {d}?', 'who stepped down at {b} in {p}?'),
      ...ask('when', 'when did {a} resign from {b}?', 'on what date did {a} step down?'),
      ...ask('reason', 'why did {a} resign from {b}?', 'why did the head of {b} resign on {d}?'),
      ...ask('yes-no', 'did {a} resign as the head of {b}?'),
    ],
  },
];
