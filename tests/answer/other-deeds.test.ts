/** Answers and refusals where a question and a fact share most words and differ in what is done, by whom, where or when. */
import { describe, expect, it } from 'vitest';
import { makeStore } from '../../bench/store/generate.ts';
import { createEngine } from '../../src/answer/index.ts';
import { loadStore } from '../../src/facts/index.ts';

const now = '2026-01-15';
const shipped = loadStore('seeds');
const { ask } = createEngine(shipped);
const made = makeStore(shipped, { events: 200, seed: 1 });
const generated = createEngine(made.store);

describe('the shipped store', () => {
  it.each([
    ['What was the date of the Quad summit?', /^Tuesday 24 May 2022/],
    ["What was the date of Zhao's remarks?", /^Tuesday 23 November 2021/],
    ['On what day did Lavrov speak?', /^Monday 23 May 2022/],
    ['Where did the Quad summit take place?', /^Tokyo/],
    ['Is it true that the roadmap was signed by Shoigu and Wei?', /^Yes\./],
    ['Did the Quad leaders meet in Beijing?', /^No\. .*in Tokyo/],
    ['Is China a member of the Quad?', /^No\. The Quad consists of four countries/],
    ['Is it true that four bombers practised the use of nuclear weapons in Global Thunder?', /^No\. .*ten bombers/],
    ['Mr Zhao, what he said about the US warships?', /Zhao Lijian/],
    ['which 1st: sea of jpn joint drills w warships, or roadmap signing', /October 2021/],
  ])('%s', (question, said) => {
    const answer = ask(question, { now });
    expect(answer.status).toBe('answered');
    expect(answer.text).toMatch(said);
  });

  it.each([
    ['Who took part in the Quad meeting in Beijing?', 'false-premise'],
    ['when was the attack on Ukraine', 'not-recorded'],
    ['Which Chinese newspaper reported the patrol?', 'not-recorded'],
    ['How many sorties did Russian aircraft make to the borders of the United States?', 'false-premise'],
    ['What did the Russian Defence Ministry say about the air patrols?', 'unknown-name'],
    ['Before Albanese who was prime minister in Australia?', 'not-recorded'],
    ['What answer did Beijing and Moscow send back to Tokyo on it?', 'not-recorded'],
    ['On what grounds did Wei Fenghe withhold his signature?', 'not-recorded'],
    ['Did Shoigu meet Biden?', 'false-premise'],
  ])('%s', (question, reason) => {
    const answer = ask(question, { now });
    expect(answer).toMatchObject({ status: 'abstained', reason: { kind: reason } });
    expect(answer.nearest.length).toBeGreaterThan(0);
  });

  it('says of a bare follow-up what is not recorded, and is not off topic', () => {
    const answer = ask('On what day did that happen?', {
      now,
      context: ['who took part in the Biden-Xi virtual meeting?'],
    });
    expect(answer).toMatchObject({ status: 'abstained', reason: { kind: 'not-recorded' } });
  });
});

describe('a store of another subject', () => {
  const quoted = made.events.filter((e) => e.statements.length > 0);

  it('names who spoke of an event in that way, and nobody where it was another way', () => {
    const days = new Map(quoted.map((one) => [`${one.spec.kind} ${one.place.id} ${one.day}`, one]));
    let asked = 0;
    for (const one of days.values()) {
      const { speaker, spec, fact } = one.statements[0]!;
      const other = spec.past === 'praised' ? 'condemned' : 'praised';
      const about = `the ${one.place.name} ${one.spec.noun}`;
      const right = generated.ask(
        `when did ${speaker.name} ${spec.base === 'warn' ? 'warn about' : spec.base} ${about}?`,
        { now },
      );
      if (right.status !== 'answered' || right.thread.facts[0] !== fact.id) continue;
      asked++;
      const wrong = generated.ask(`when did ${speaker.name} ${other.replace(/d$/u, '')} ${about}?`, { now });
      expect(wrong.status, wrong.question).toBe('abstained');
    }
    expect(asked).toBeGreaterThan(20);
  });
});
