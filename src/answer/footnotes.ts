/** Numbers the footnotes of one answer: each place in a document once, in the order of its first use. */
import type { Evidence, Store } from '../facts/index.ts';
import type { Citation, Provenance } from './answer.ts';

/** Collects footnotes while an answer is composed. */
export interface Footnotes {
  /** Gives the numbers of these places, new or known; `provenance` describes the clause they support. */
  readonly cite: (places: readonly Evidence[], provenance: Provenance) => number[];
  readonly citations: () => Citation[];
  readonly provenance: () => Record<number, Provenance>;
}

/** Starts the footnotes of an answer. */
export function createFootnotes(store: Store): Footnotes {
  const byPlace = new Map<string, Citation>();
  const provenances: Record<number, Provenance> = {};
  return {
    cite: (places, provenance) =>
      places.map((place) => {
        const key = `${place.document} ${place.p}`;
        let citation = byPlace.get(key);
        if (!citation) {
          citation = citationOf(store, place, byPlace.size + 1);
          byPlace.set(key, citation);
          provenances[citation.n] = provenance;
        }
        return citation.n;
      }),
    citations: () => [...byPlace.values()],
    provenance: () => provenances,
  };
}

function citationOf(store: Store, place: Evidence, n: number): Citation {
  const document = store.documents.get(place.document!)!;
  return {
    n,
    document: document.id,
    file: document.file,
    paragraph: place.p,
    quote: place.quote,
    title: document.title,
    publisher: document.publisher,
    published: document.published,
    covers: document.covers,
  };
}
