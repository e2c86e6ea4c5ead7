/** The chart of cost against size: milliseconds for one question over the number of events, both scales logarithmic. */
import type { Results } from './results.ts';
import { sayCount, sayTime } from './say.ts';

const [WIDTH, HEIGHT] = [780, 440];
const [LEFT, RIGHT, TOP, BOTTOM] = [70, 200, 40, 50];
const COLOURS = ['#0b6e4f', '#c1121f', '#e76f51', '#3a6ea5', '#8d5fd3', '#777777'];
/** Labels stand at least so far apart. */
const LINE = 14;

/** Draws the chart as SVG. */
export function chart({ measured }: Results): string {
  const sizes = [...new Set(measured.map((m) => m.events))];
  const times = measured.map((m) => m.p50);
  const [x0, x1] = [Math.log10(Math.min(...sizes)), Math.log10(Math.max(...sizes))];
  const [y0, y1] = [Math.floor(Math.log10(Math.min(...times))), Math.ceil(Math.log10(Math.max(...times)))];
  const x = (events: number) => LEFT + ((Math.log10(events) - x0) / (x1 - x0 || 1)) * (WIDTH - LEFT - RIGHT);
  const y = (ms: number) => HEIGHT - BOTTOM - ((Math.log10(ms) - y0) / (y1 - y0)) * (HEIGHT - TOP - BOTTOM);
  const parts: string[] = [text(LEFT, 22, 'Median time for one question, by number of events', 'font-weight="bold"')];
  for (let power = y0; power <= y1; power++) {
    const at = y(10 ** power);
    parts.push(`<path d="M${LEFT} ${round(at)}H${WIDTH - RIGHT}" stroke="#dddddd"/>`);
    parts.push(text(LEFT - 8, at + 4, sayTime(10 ** power).replace(/\.0+ /u, ' '), 'text-anchor="end"'));
  }
  for (const events of sizes)
    parts.push(text(x(events), HEIGHT - BOTTOM + 22, sayCount(events), 'text-anchor="middle"'));
  const ends = [...new Set(measured.map((m) => m.contender))].map((name, i) => {
    const points = measured.filter((m) => m.contender === name).sort((a, b) => a.events - b.events);
    const colour = COLOURS[i % COLOURS.length]!;
    const path = points.map((m) => `${round(x(m.events))},${round(y(m.p50))}`).join(' ');
    parts.push(`<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="${i === 0 ? 3.5 : 2}"/>`);
    for (const m of points)
      parts.push(`<circle cx="${round(x(m.events))}" cy="${round(y(m.p50))}" r="3.5" fill="${colour}"/>`);
    const last = points.at(-1)!;
    return { said: `${name}: ${sayTime(last.p50)}`, colour, x: x(last.events) + 8, y: y(last.p50) + 4 };
  });
  ends.sort((a, b) => a.y - b.y);
  for (let i = 1; i < ends.length; i++) ends[i]!.y = Math.max(ends[i]!.y, ends[i - 1]!.y + LINE);
  for (const end of ends) parts.push(text(end.x, end.y, end.said, `fill="${end.colour}"`));
  const label = 'aria-label="Median time for one question against the number of events, for each engine"';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img" ${label}>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
${parts.join('\n')}
</svg>
`;
}

function round(n: number): string {
  return n.toFixed(1);
}

function text(x: number, y: number, said: string, more: string): string {
  return `<text x="${round(x)}" y="${round(y)}" ${more}>${said}</text>`;
}
