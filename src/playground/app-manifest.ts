import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { MessageShortcut, SlashCommand } from './workspace.ts';

/** What the app's manifest announces, as far as a workspace shows it or grants it. */
export interface AppManifest {
  readonly commands: readonly SlashCommand[];
  readonly shortcuts: readonly MessageShortcut[];
  /** The bot's scopes. */
  readonly scopes: readonly string[];
}

const manifest = z.object({
  features: z.object({
    slash_commands: z.array(
      z.object({ command: z.string(), description: z.string(), usage_hint: z.string().default('') }),
    ),
    shortcuts: z.array(z.object({ type: z.string(), callback_id: z.string(), name: z.string() })),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

/** Reads manifest.yml, so that the local Slack installs the app just as Slack would. */
export async function readAppManifest(): Promise<AppManifest> {
  const text = await readFile(new URL('../../manifest.yml', import.meta.url), 'utf8');
  const { features, oauth_config } = manifest.parse(parse(text));
  return {
    commands: features.slash_commands.map(({ command, description, usage_hint: usageHint }) => {
      return { command, description, usageHint };
    }),
    shortcuts: features.shortcuts
      .filter(({ type }) => type === 'message')
      .map(({ callback_id: callbackId, name }) => ({ callbackId, name })),
    scopes: oauth_config.scopes.bot,
  };
}
