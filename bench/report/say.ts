/** Figures as a reader writes them. */

/** Milliseconds with as many digits as matter. */
export function sayTime(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return `${ms >= 100 ? ms.toFixed(0) : ms >= 1 ? ms.toFixed(1) : ms.toFixed(2)} ms`;
}

/** Bytes in megabytes. */
export function sayMemory(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

/** A share of 1 in percent, or a dash. */
export function sayShare(share: number | null): string {
  return share === null ? '–' : `${(100 * share).toFixed(1)} %`;
}

/** A ratio: "2.4×", "1,300×". */
export function sayRatio(ratio: number): string {
  return `${ratio >= 10 ? Math.round(ratio).toLocaleString('en') : ratio.toFixed(1)}×`;
}

/** A count with its thousands parted. */
export function sayCount(n: number): string {
  return Math.round(n).toLocaleString('en');
}
