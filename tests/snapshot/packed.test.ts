/** What a snapshot holds in bytes reads as what was packed, one by one and all together. */
import { expect, test } from 'vitest';
import { PackedKeys, packKeys } from '../../src/snapshot/packed-keys.ts';
import { PackedMap, PackedSet, packMap } from '../../src/snapshot/packed-map.ts';
import { listOf, PackedRecords, packRecords } from '../../src/snapshot/packed-records.ts';
import { PackedTexts, packTexts } from '../../src/snapshot/packed-texts.ts';
import { dataOf, treeOf } from '../../src/snapshot/tree.ts';

const TEXTS = ['', 'a', 'Málaga', '日本', '🚢 at sea', '"quoted",', 'b\nc', '__proto__', '12'];

test('texts come back to the letter', () => {
  const texts = new PackedTexts(packTexts(TEXTS));
  expect(texts.size).toBe(TEXTS.length);
  TEXTS.forEach((text, id) => expect(texts.textOf(id)).toBe(text));
  expect(() => packTexts(['whole', 'half \ud83d'])).toThrow(RangeError);
});

test.each([0, 1, 2, 3, 20_000])('of %i strings each has its number, and no other string has one', (count) => {
  const strings = Array.from({ length: count }, (_, i) => `ké${i}`);
  const keys = new PackedKeys(packKeys(strings));
  expect(keys.size).toBe(count);
  strings.forEach((text, id) => expect(keys.idOf(text)).toBe(id));
  for (const other of ['', 'k', `ké${count}`, 'ké-1']) expect(keys.idOf(other), other).toBeUndefined();
  for (const other of ['', 'k']) expect(keys.idOf(other), other).toBeUndefined();
});

test('a map and a set keep their order, and give the same object every time', () => {
  const map = new Map(TEXTS.map((text, at) => [text, { text, at }]));
  const packed = new PackedMap<{ text: string; at: number }>(packMap(map));
  const one = packed.get('日本');
  expect(one).toEqual({ text: '日本', at: 3 });
  expect([...packed]).toEqual([...map]);
  expect([...packed.values()][3]).toBe(one);
  expect([...packed.keys()]).toEqual(TEXTS);
  expect(packed.get('toString')).toBeUndefined();
  const seen: unknown[] = [];
  packed.forEach((value, key) => seen.push([key, value]));
  expect(seen).toEqual([...map]);
  const set = new PackedSet(packKeys(TEXTS));
  expect([...set]).toEqual(TEXTS);
  expect([set.size, set.has('a'), set.has('x')]).toEqual([TEXTS.length, true, false]);
});

test('a list of records is used as any list', () => {
  const all = Array.from({ length: 2_500 }, (_, id) => ({ id, text: TEXTS[id % TEXTS.length] }));
  const list = listOf(new PackedRecords<(typeof all)[number]>(packRecords(all)));
  const late = list[2_400];
  expect(late).toEqual(all[2_400]);
  expect(list).toHaveLength(2_500);
  expect([list[2_500], list[-1]]).toEqual([undefined, undefined]);
  expect(list.map((r) => r.id)).toEqual(all.map((r) => r.id));
  expect([...list]).toEqual(all);
  expect(list.at(-100)).toBe(late);
  expect(Array.isArray(list)).toBe(true);
  expect(JSON.stringify(list)).toBe(JSON.stringify(all));
  expect([...listOf(new PackedRecords(packRecords([])))]).toEqual([]);
});

test('arrays of numbers are views of the bytes they were written to', () => {
  const data = {
    few: Uint8Array.of(1, 2, 3),
    many: { rows: Uint32Array.of(7, 0xffff_ffff) },
    of: Float64Array.of(0.5),
  };
  const { json, pieces } = treeOf({ ...data, none: new Uint16Array(0), said: ['so', null] });
  const bytes = new Uint8Array(Buffer.concat(pieces));
  const read = dataOf(json, bytes) as typeof data;
  expect(read).toEqual({ ...data, none: new Uint16Array(0), said: ['so', null] });
  expect(read.many.rows.buffer).toBe(bytes.buffer);
});
