import { parentPort } from 'node:worker_threads';
import { ArchiveError } from '../archive.ts';
import { archiveFault } from './faults.ts';
import type { Call, Calls, Fault, Method, Reply, Request, Store } from './protocol.ts';
import { EmbeddedStore } from './store.ts';

/*
 * The store's own thread: requests are answered one after the other, so that whoever serves Slack never waits for a
 * disk. It ends when the store has been closed, or could not be opened.
 */

const port = parentPort;
if (!port) throw new ArchiveError('This file is the embedded store’s own thread and cannot be run by itself.');

let store: EmbeddedStore | undefined;
let folder = '';

port.on('message', (request: Request) => {
  const reply = answer(request);
  port.postMessage(reply);
  if (!store) port.close();
});

function answer(request: Request): Reply {
  const { number } = request;
  try {
    return { kind: 'done', number, value: handle(request) };
  } catch (error) {
    return { kind: 'failed', number, fault: faultOf(error) };
  }
}

function handle(request: Request): Calls[Method]['value'] {
  switch (request.kind) {
    case 'open':
      folder = request.folder;
      store = new EmbeddedStore(request.folder, request.mode);
      return;
    case 'call':
      if (!store) throw new ArchiveError('The archive is closed.');
      return carryOut(store, request.call);
    case 'close': {
      const closing = store;
      store = undefined;
      closing?.close();
      return;
    }
  }
}

function carryOut<M extends Method>(open: Store, call: Call<M>): Calls[M]['value'] {
  return open[call.method](...call.args);
}

function faultOf(error: unknown): Fault {
  const { message, cause } = archiveFault(error, folder);
  return {
    message,
    cause: cause === undefined ? null : cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
  };
}
