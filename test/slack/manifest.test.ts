import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACTIONS, COMMAND, EVENTS, SHORTCUT, VIEWS } from '../../src/slack/surface.ts';
import { readManifest } from './manifest.ts';

const manifest = readManifest();

/** Which bot scope each event and method needs, from Slack's documentation; what needs none is left out. */
const SCOPES_OF_EVENTS: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
};
const SCOPES_OF_METHODS: Readonly<Record<string, string | null>> = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'views.open': null,
  'views.publish': null,
};

describe('the manifest', () => {
  it('announces the slash command that the code listens to, and no other', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([COMMAND]);
  });

  it('leaves people and channels in a command as they were typed', () => {
    expect(manifest.features.slash_commands.map((command) => command.should_escape)).toEqual([false]);
  });

  it('announces the message shortcut that the code listens to, and no other', () => {
    expect(manifest.features.shortcuts).toMatchObject([{ type: 'message', callback_id: SHORTCUT }]);
  });

  it('subscribes to the events that the code listens to, and to no other', () => {
    expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual(Object.values(EVENTS).sort());
  });

  it('turns on what these need: interactivity, the Home, messages to the bot, Socket Mode', () => {
    expect(manifest.settings).toMatchObject({ interactivity: { is_enabled: true }, socket_mode_enabled: true });
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });

  it('asks for the scopes that its events and the methods in the code need, and for no other', () => {
    const events = manifest.settings.event_subscriptions.bot_events.flatMap((event) => SCOPES_OF_EVENTS[event] ?? []);
    const methods = methodsInCode().flatMap((method) => SCOPES_OF_METHODS[method] ?? []);
    const needed = new Set([...events, ...methods, 'commands']);
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...needed].sort());
  });

  it('has a scope on record for every method that the code calls', () => {
    expect(methodsInCode().sort()).toEqual(Object.keys(SCOPES_OF_METHODS).sort());
  });
});

describe('the ids that people’s clicks come back with', () => {
  it.each([
    ['a command', [COMMAND]],
    ['a shortcut', [SHORTCUT]],
    ['a button', Object.values(ACTIONS)],
    ['a window', Object.values(VIEWS)],
  ])('stand for one thing each: %s', (_what, ids) => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(255);
  });

  it('stand as text in one file only', () => {
    for (const id of [COMMAND, SHORTCUT, ...Object.values(ACTIONS), ...Object.values(VIEWS)]) {
      expect(sources().filter((source) => source.includes(`'${id}'`))).toHaveLength(1);
    }
  });

  it.each([
    'COMMAND',
    'SHORTCUT',
    ...Object.keys(EVENTS)
      .filter((key) => key !== 'directMessage')
      .map((key) => `EVENTS.${key}`),
    ...Object.keys(ACTIONS).map((key) => `ACTIONS.${key}`),
    'VIEWS.share',
  ])('are listened to: %s', (id) => {
    const registered = sources().flatMap((source) =>
      [...source.matchAll(/\bbolt\.(?:command|event|shortcut|action|view)\b(?:<\w+>)?\(([^;]*);/g)].map(
        ([, given]) => given ?? '',
      ),
    );
    expect(registered.filter((given) => new RegExp(`\\b${id.replace('.', '\\.')}\\b`).test(given))).toHaveLength(1);
  });
});

function methodsInCode(): string[] {
  const calls = sources().flatMap((source) => [...source.matchAll(/\.((?:chat|views|conversations|users)\.\w+)\(/g)]);
  return [...new Set(calls.flatMap(([, method]) => method ?? []))];
}

function sources(): readonly string[] {
  const folder = new URL('../../src/slack/', import.meta.url).pathname;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}
