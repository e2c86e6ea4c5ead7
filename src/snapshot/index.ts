export { compileSnapshot, openEngine, type SnapshotPlace } from './open.ts';
