export { checkEvidence, type EvidenceReport, paragraphsOf } from './evidence-check.ts';
