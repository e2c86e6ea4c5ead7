export type { Operation } from './arithmetic.ts';
export { periodOf, shift, weekdayOfDay } from './calendar.ts';
export type { EventGroups } from './event-finder.ts';
export type { Option, Options } from './options.ts';
export {
  type Asked,
  type Attribution,
  type DateConstraint,
  type Description,
  type Form,
  type NameMention,
  type Part,
  type Question,
  type Role,
  type Sides,
  WANTED,
  type Wanted,
} from './question.ts';
export { textOf } from './text-of.ts';
export { createUnderstander, NO_DAY, type Understander } from './understand.ts';
