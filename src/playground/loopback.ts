import type { IncomingMessage } from 'node:http';

/** Whether a host name means this machine and nothing else. */
export function isLoopback(hostname: string): boolean {
  return hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]' || hostname === '::1';
}

/**
 * Whether a request was meant for this server: its Host is a loopback name with our port, and where a browser says which
 * page sent it, that page is ours. A name of somebody's that resolves to 127.0.0.1 is refused (DNS rebinding).
 */
export function isMeantForUs(request: IncomingMessage, port: number): boolean {
  const ours = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  if (!ours.has(request.headers.host ?? '')) return false;
  const origin = request.headers.origin;
  return origin === undefined || [...ours].some((host) => origin === `http://${host}`);
}
