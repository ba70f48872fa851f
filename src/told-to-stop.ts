/** A signal that aborts when the process is told to stop; told a second time, the process ends at once. */
export function toldToStop(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      stopping.abort();
    });
  }
  return stopping.signal;
}
