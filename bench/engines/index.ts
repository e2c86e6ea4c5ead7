import type { Contender } from './contender.ts';
import { footnote } from './footnote.ts';
import { fuseBitap, fuseTokens } from './fuse.ts';
import { miniSearch } from './minisearch.ts';
import { orama } from './orama.ts';
import { scan } from './scan.ts';

export { type Contender, type Finder, type Found, recordsOf } from './contender.ts';

/** Name of the contender that all others are compared with. */
export const FOOTNOTE = footnote.name;

/** All contenders, Footnote first. */
export const CONTENDERS: readonly Contender[] = [footnote, fuseBitap, fuseTokens, miniSearch, orama, scan];
