/** Another subject, the same engine: a port strike and a satellite launch, without a change in `src/`. */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { type Ask, createEngine } from '../../src/answer/index.ts';
import { checkEvidence } from '../../src/curation/index.ts';
import { loadStore } from '../../src/facts/index.ts';
import { buildInventedStore, TEXTS } from './invented-store.ts';

const folder = buildInventedStore();
afterAll(() => rmSync(folder, { recursive: true }));
const store = loadStore(folder);
const { ask: askAny } = createEngine(store);
const ask = (question: string, ...context: string[]): ReturnType<Ask> =>
  askAny(question, { now: '2032-07-01', context });

/** Question, what the answer must hold, and the place it must cite ("document paragraph"). */
const ANSWERED: readonly (readonly [question: string, holds: RegExp, place: string])[] = [
  ['How many dockers went on strike at Vellmar?', /1,400/, 'vellmar-strike 2'],
  ['When did the port strike begin?', /10 March 2031/, 'vellmar-strike 2'],
  ['Why did the dockers walk out?', /automate six/, 'vellmar-strike 2'],
  ['Who called the Vellmar walkout?', /Harbour Workers' Union/, 'vellmar-strike 3'],
  ['which trade union called the dock strike?', /Harbour Workers' Union/, 'vellmar-strike 3'],
  ['On what day did the talks with Brightquay break down?', /7 March 2031/, 'vellmar-strike 3'],
  ['What did Marrant say?', /no crane will move/i, 'vellmar-strike 4'],
  ['Who said that no crane will move?', /Ilse Marrant/, 'vellmar-strike 4'],
  ['What did Brightquay’s chief executive call the strike?', /unlawful/, 'vellmar-strike 5'],
  ['Did Tomas Wrede say the company would withdraw the plan?', /^No\./, 'vellmar-strike 5'],
  ['How many container ships were waiting in Vellmar Bay?', /twenty-two/i, 'vellmar-strike 6'],
  ['Who offered to mediate between the two sides?', /Dana Kolber/, 'vellmar-strike 7'],
  ['Why did dockers in Sund refuse to unload ships?', /solidarity/, 'vellmar-strike 8'],
  ['What is the headline of the port article?', /ships pile up/, 'vellmar-strike 1'],
  ['Who is Dana Kolber?', /transport minister/, 'vellmar-strike 7'],
  ['When was Halcyon 3 launched?', /3 June 2032/, 'halcyon-launch 2'],
  ['Where was the satellite launched?', /Karrow/, 'halcyon-launch 2'],
  ['Which rocket carried the satellite?', /Petrel/, 'halcyon-launch 2'],
  ['Why was the first attempt called off?', /fuel valve/, 'halcyon-launch 3'],
  ['What will Halcyon measure?', /sea ice/, 'halcyon-launch 4'],
  ['Who built the weather satellite?', /Lodestar Works/, 'halcyon-launch 5'],
  ['How heavy is Halcyon-3?', /840 kilograms/, 'halcyon-launch 5'],
  ['Whom did Pia Vand criticise?', /Meridian Space Agency/, 'halcyon-launch 7'],
  ['Did Pia Vand criticise the Meridian Space Agency?', /^Yes\./, 'halcyon-launch 7'],
  ['When will Halcyon 4 be launched?', /2034/, 'halcyon-launch 8'],
  ['wher was halcyon 3 bulit', /Tarn/, 'halcyon-launch 5'],
  ['Who is Yusra Adeyn?', /director/, 'halcyon-launch 4'],
];

/** Question, and the classes of reason that fit. */
const REFUSED: readonly (readonly [question: string, reasons: readonly string[]])[] = [
  ['How many dockers were arrested at Vellmar?', ['not-recorded', 'false-premise']],
  ['Did Ilse Marrant call the strike unlawful?', ['false-premise', 'not-recorded']],
  ['Who launched Sputnik?', ['unknown-name']],
  ['What did Angela Merkel say about the strike?', ['unknown-name']],
  ['What is the altitude of the satellite?', ['not-recorded']],
  ['Was Halcyon 3 built in Karrow?', ['false-premise', 'not-recorded', 'no-such-event']],
  ['What is the capital of France?', ['unknown-name', 'off-topic']],
  ['When did the port strike begin in 2029?', ['no-such-event', 'false-premise']],
  // "docker" is a program to most; a word that facts of the store are about is not off topic.
  ['When did the dockers walk out in 2029?', ['no-such-event', 'false-premise']],
  ['How many people died in the strike?', ['not-recorded']],
  ['Who commanded the Halcyon 3 launch in 2033?', ['no-such-event', 'not-recorded', 'false-premise']],
  // The roles reversed.
  ['Did the Meridian Space Agency criticise Pia Vand?', ['false-premise', 'not-recorded']],
  ['Did Pia Vand praise Lodestar Works?', ['false-premise', 'not-recorded']],
];

describe('a store about another subject', () => {
  it('stands on its documents, fragment by fragment', () => {
    const { problems, fragments } = checkEvidence(store, TEXTS);
    expect(problems).toEqual([]);
    expect(fragments).toBeGreaterThan(30);
  });

  it.each(ANSWERED)('answers: %s', (question, holds, place) => {
    const { text, citations, reading } = ask(question);
    expect(text, reading).toMatch(holds);
    expect(citations.map((c) => `${c.document} ${c.paragraph}`)).toContain(place);
  });

  it.each(REFUSED)('refuses: %s', (question, reasons) => {
    const { status, text, reason, reading } = ask(question);
    if (text.startsWith('No.')) return;
    expect(status, `${reading}: ${text}`).toBe('abstained');
    expect(reasons, text).toContain(reason?.kind);
  });

  it('follows a thread', () => {
    expect(ask('and where?', 'When was Halcyon 3 launched?').text).toMatch(/Karrow/);
    expect(ask('why?', 'Who called the Vellmar walkout?').text).toMatch(/automate six/);
  });
});
