/** Entry of `npm run verify -- --documents DIR`: proves the store's evidence against the documents. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkEvidence } from './curation/index.ts';
import { environment } from './env.ts';
import { FootnoteError, loadStore } from './facts/index.ts';

try {
  const env = environment();
  const { values } = parseArgs({ options: { documents: { type: 'string' } } });
  const documents = values.documents || env.DOCUMENTS_DIR;
  if (!documents)
    throw new FootnoteError('usage', 'Give the folder of the documents: npm run verify -- --documents DIR');
  const report = checkEvidence(
    loadStore(env.SEEDS_DIR || fileURLToPath(new URL('../seeds', import.meta.url))),
    documents,
  );
  for (const problem of report.problems) console.log(problem);
  console.log(`${report.documents} documents, ${report.fragments} fragments, ${report.problems.length} problems`);
  if (report.problems.length > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof Error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
