/** The documents of a store by the months that they bear or cover, for questions that name a document by its date. */
import type { DocumentRecord, Interval, Store } from '../facts/index.ts';

/** Finds documents by their dates. */
export interface DocumentDays {
  /** The first month (YYYY-MM) that a document bears or covers and that has this number (MM). */
  readonly monthNamed: (number: string) => string | undefined;
  /** Ids of the documents that bear or cover a month of the period, in the order of the store. */
  readonly within: (period: Interval) => readonly string[];
}

/** Reads the dates of all documents of a store, when they are first asked for. */
export function createDocumentDays(store: Store): DocumentDays {
  let months: Map<string, string> | undefined;
  /** Documents that have the same dates are looked at once. */
  let dated: { dates: readonly string[]; at: number[] }[] | undefined;
  let ids: readonly string[] | undefined;
  return {
    monthNamed: (number) => {
      if (!months) {
        months = new Map();
        for (const document of store.documents.values())
          for (const date of datesOf(document)) {
            const month = date.slice(0, 7);
            const found = /-(\d\d)$/u.exec(month)?.[1];
            if (found && !months.has(found)) months.set(found, month);
          }
      }
      return months.get(number);
    },
    within: ({ from, to }) => {
      dated ??= groupedByDates(store);
      const known = (ids ??= [...store.documents.keys()]);
      return dated
        .filter(({ dates }) => dates.some((d) => d.slice(0, 7) >= from.slice(0, 7) && d.slice(0, 7) <= to.slice(0, 7)))
        .flatMap(({ at }) => at)
        .sort((a, b) => a - b)
        .map((at) => known[at]!);
    },
  };
}

function datesOf({ published, covers }: DocumentRecord): string[] {
  return published === null ? [covers] : [published, covers];
}

function groupedByDates(store: Store) {
  const groups = new Map<string, { dates: string[]; at: number[] }>();
  let at = 0;
  for (const document of store.documents.values()) {
    const dates = datesOf(document);
    const group = groups.get(dates.join(' '));
    if (group) group.at.push(at);
    else groups.set(dates.join(' '), { dates, at: [at] });
    at++;
  }
  return [...groups.values()];
}
