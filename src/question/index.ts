export { periodOf, shift, weekdayOfDay } from './calendar.ts';
export type { Asked, DateConstraint, Form, NameMention, Question, Role, Wanted } from './question.ts';
export { createUnderstander, type Understander } from './understand.ts';
