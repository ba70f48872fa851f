import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { doTask } from './do-task.ts';
import { IngestError } from './progress.ts';
import type { Asked, Told } from './reading-protocol.ts';

/* A reading thread: tasks are done one after the other, and each is answered at once. */

const port = parentPort;
if (!port) throw new IngestError('This file is a reading thread and cannot be run by itself.');

const { isInBackground } = z.object({ isInBackground: z.boolean() }).parse(workerData);
// On Linux a priority is a thread's own (setpriority(2), "C library/kernel differences"); elsewhere the process's.
if (isInBackground && process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);

const tell = (told: Told) => port.postMessage(told);

let before: Promise<void> = Promise.resolve();
port.on('message', ({ number, task }: Asked) => {
  before = before.then(async () => tell({ kind: 'outcome', number, outcome: await doTask(task) }));
});
tell({ kind: 'ready' });
