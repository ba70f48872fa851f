import type { Act, Outcome } from '../../workspace.ts';
import type { DrawnWorkspace } from '../drawn-workspace.ts';

/** How the page stands to the server: `stale` where this page belongs to an earlier run and must be loaded anew. */
export type Connection = 'open' | 'lost' | 'stale';

/** The playground's server, as the page speaks with it. */
export class Server {
  private readonly token = document.querySelector('meta[name="playground-token"]')?.getAttribute('content') ?? '';
  private stream: EventSource | null = null;

  /** Does something in a person's name. Never rejects: a server that is out of reach is an outcome too. */
  async act(act: Act): Promise<Outcome> {
    try {
      const response = await fetch('/act', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-playground-token': this.token },
        body: JSON.stringify(act),
      });
      if (response.ok) return await response.json();
      return { kind: 'failed', error: String(response.status), shown: (await response.text()).trim() };
    } catch {
      return { kind: 'failed', error: 'unreachable', shown: 'The playground does not answer. Is it still running?' };
    }
  }

  /** Shows what this person sees, now and after each change, until called again. */
  watch(
    viewerId: string,
    show: (workspace: DrawnWorkspace) => void,
    connected: (connection: Connection) => void,
  ): void {
    this.stream?.close();
    const stream = new EventSource(`/events?${new URLSearchParams({ viewer: viewerId, token: this.token })}`);
    this.stream = stream;
    stream.addEventListener('workspace', (event) => show(JSON.parse(event.data)));
    stream.addEventListener('open', () => connected('open'));
    stream.addEventListener('error', () => connected(stream.readyState === EventSource.CLOSED ? 'stale' : 'lost'));
  }
}
