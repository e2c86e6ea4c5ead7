/**
 * Queries that are compiled once. Kysely builds and compiles a query anew on each call, which for the small queries that every mention
 * makes takes longer than the database does.
 */
import type { Compilable, CompiledQuery } from 'kysely';
import type { Connection } from './connection.ts';

/** Stands in a query for a value that is given on each call. */
class Parameter {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Makes the placeholder of a value; it goes wherever the query takes one. */
type Placeholder = (name: string) => never;

/** The values of one call, by the names of their placeholders. */
type Values = Readonly<Record<string, string | number | null>>;

/**
 * Compiles a query and gives a function that runs it.
 * @param build makes the query; what it gets makes the placeholders
 * @returns runs the query with values for all placeholders and gives its rows; rejects with the driver's error
 */
export function compiledOnce<Row>(
  { run }: Connection,
  build: (placeholder: Placeholder) => Compilable<Row>,
): (values: Values) => Promise<readonly Row[]> {
  const query = build((name) => new Parameter(name) as never).compile() as CompiledQuery<Row>;
  return async (values) => {
    const parameters = query.parameters.map((given) => (given instanceof Parameter ? values[given.name] : given));
    return (await run<Row>({ ...query, parameters })).rows;
  };
}
