// Node 20 cannot start a thread from a .ts file, not even under tsx: this one teaches the thread to read them first. As
// required modules, for which the thread needs no second thread beside it, as imported ones would.
import { createRequire } from 'node:module';
import { register } from 'tsx/cjs/api';

register();
createRequire(import.meta.url)('./worker.ts');
