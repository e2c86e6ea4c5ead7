/** The gate over ways: "from A to B" claims the contrary of a fact that has it from B to A. */
import { type Value, wordClass } from '../../facts/index.ts';
import { type Conflict, type Gate, OPEN } from './gate.ts';

export const routes: Gate = ({ store, question: { asked, route } }) => {
  const { starts, ends } = route;
  if (asked.form !== 'yes-no' || starts.length === 0 || ends.length === 0) return null;
  const conflict: readonly Conflict[] = [
    {
      kind: 'opposite',
      failed: `${starts[0]!.span.text} … ${ends[0]!.span.text}`,
      bases: [...starts, ...ends].flatMap((n) => n.span.bases),
    },
  ];
  // A value that names an end says so in its first word ("from the sea").
  const at = (values: readonly Value[] | undefined, part: string) =>
    (values ?? []).flatMap((v) =>
      v.entity && wordClass(store, part).has(v.as?.split(' ')[0] ?? '') ? [v.entity] : [],
    );
  return ({ fact: { where } }) => {
    const [from, to] = [at(where, 'route-start'), at(where, 'route-end')];
    const reversed =
      starts.some((n) => n.entities.some((id) => to.includes(id) && !from.includes(id))) &&
      ends.some((n) => n.entities.some((id) => from.includes(id) && !to.includes(id)));
    return reversed ? conflict : OPEN;
  };
};
