/** Fills the templates of questions with what is true of an event, and says which constraints the text then carries. */
import type { MadeEvent } from '../store/generate.ts';
import { sayDay } from '../store/generate.ts';
import type { Constraints } from './truth.ts';

/** The values a template is filled with. */
export type Values = Pick<Constraints, 'a' | 'b' | 'place' | 'number' | 'reason' | 'thing'> & { readonly day: string };

/** The values of an event. */
export function valuesOf({ a, b, place, day, number, reason, thing }: MadeEvent): Values {
  return {
    place,
    day,
    ...(a && { a }),
    ...(b && { b }),
    ...(number !== undefined && { number }),
    ...(reason && { reason }),
    ...(thing && { thing }),
  };
}

const PLACEHOLDERS = { a: 'a', b: 'b', p: 'place', d: 'day', n: 'number', r: 'reason', t: 'thing' } as const;

/** The constraints that a template carries, by their names in `Values`. */
export function slotsIn(template: string): (keyof Values)[] {
  const found = [...template.matchAll(/\{(\w)\}/gu)].map((m) => PLACEHOLDERS[m[1] as keyof typeof PLACEHOLDERS]);
  return [...new Set(found)];
}

/** Writes the values into the template. */
export function fill(template: string, values: Values): string {
  return template.replace(/\{(\w)\}/gu, (_, key: string) => {
    const slot = PLACEHOLDERS[key as keyof typeof PLACEHOLDERS];
    const value = values[slot];
    if (slot === 'day') return sayDay(values.day);
    return typeof value === 'object' ? value.name : String(value);
  });
}

/** What a filled template says of the event it asks for. */
export function constraintsOf(template: string, values: Values): Constraints {
  return Object.fromEntries(slotsIn(template).map((slot) => [slot, values[slot]]));
}
