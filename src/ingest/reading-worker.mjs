// Node 20 cannot start a thread from a .ts file, not even under tsx: this one teaches the thread to read them first.
import { register } from 'tsx/esm/api';

register();
await import('./reading-worker.ts');
