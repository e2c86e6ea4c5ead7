/** The answer contract on the wire: one JSON object for one question (DESIGN.md, section 4). */
import type { Answer, Citation } from './answer.ts';

/** A footnote as it is printed. */
type ContractCitation = Omit<Citation, 'covers'>;

/** An answer as it is printed by `--json` and `--batch`. */
export interface ContractAnswer {
  readonly id: string | null;
  readonly question: string;
  readonly status: Answer['status'];
  readonly text: string;
  readonly citations: readonly ContractCitation[];
  readonly reading: string;
  readonly reason: Answer['reason'];
  readonly nearest: readonly { readonly text: string; readonly citations: readonly ContractCitation[] }[];
  readonly suggestions: readonly string[];
  readonly store: string;
  /** Milliseconds it took to answer; the only value that differs between two runs. */
  readonly took_ms: number;
}

/** Brings an answer into the contract's form. */
export function toContract(answer: Answer, id: string | null, tookMs: number): ContractAnswer {
  const { question, status, text, reading, reason, suggestions, store } = answer;
  const nearest = answer.nearest.map((n) => ({ text: n.text, citations: n.citations.map(printed) }));
  return {
    id,
    question,
    status,
    text,
    citations: answer.citations.map(printed),
    reading,
    reason,
    nearest,
    suggestions,
    store,
    took_ms: Math.round(tookMs * 10) / 10,
  };
}

function printed({ covers: _covers, ...citation }: Citation): ContractCitation {
  return citation;
}
