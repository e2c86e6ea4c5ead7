/** The answer contract on the wire: one JSON object for one question (DESIGN.md, section 4). */
import type { Answer } from './answer.ts';

/** An answer as it is printed by `--json` and `--batch`. */
export interface ContractAnswer {
  readonly id: string | null;
  readonly question: string;
  readonly status: Answer['status'];
  readonly text: string;
  readonly citations: Answer['citations'];
  readonly reading: string;
  readonly reason: Answer['reason'];
  readonly nearest: readonly { readonly text: string; readonly citations: Answer['citations'] }[];
  readonly suggestions: readonly string[];
  readonly store: string;
  /** Milliseconds it took to answer; the only value that differs between two runs. */
  readonly took_ms: number;
}

/** Brings an answer into the contract's form. */
export function toContract(answer: Answer, id: string | null, tookMs: number): ContractAnswer {
  const { question, status, text, citations, reading, reason, suggestions, store } = answer;
  const nearest = answer.nearest.map((n) => ({ text: n.text, citations: n.citations }));
  return {
    id,
    question,
    status,
    text,
    citations,
    reading,
    reason,
    nearest,
    suggestions,
    store,
    took_ms: Math.round(tookMs * 10) / 10,
  };
}
