/** The app as it is installed in the workspace: what Slack would show its developer. */
export interface Installation {
  readonly teamId: string;
  /** The first part of the workspace's address. */
  readonly teamDomain: string;
  readonly appId: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly botToken: string;
  /** For Socket Mode. */
  readonly appToken: string;
}

/** The only installation that the local Slack has. Its tokens open nothing anywhere else. */
export const INSTALLATION: Installation = {
  teamId: 'T0DESK',
  teamDomain: 'harbour-gazette',
  appId: 'A0WHOSAID',
  botId: 'B0WHOSAID',
  botUserId: 'U0WHOSAID',
  botToken: 'xoxb-local-bot-token',
  appToken: 'xapp-local-app-token',
};
