import type { DrawnWorkspace } from '../drawn-workspace.ts';
import { Alerts } from './alerts.ts';
import { makeAnnouncer } from './announcer.ts';
import { listenToBlocks } from './block-actions.ts';
import { makeConversationPane } from './conversation-pane.ts';
import { existing } from './elements.ts';
import { makeModalWindow } from './modal-window.ts';
import { fragmentOf, type Place, placeOfLink, readPlace } from './place.ts';
import { channelTitle, type Doings, makeScene, type Scene } from './scene.ts';
import { Server } from './server.ts';
import { makeSidebar } from './sidebar.ts';
import { makeThreadPane } from './thread-pane.ts';
import { Unread } from './unread.ts';

const server = new Server();
const alerts = new Alerts();
const unread = new Unread();
let workspace: DrawnWorkspace | null = null;
let scene: Scene | null = null;
let visited = '';

const doings: Doings = {
  act: (act) => server.act(act),
  go(place) {
    if (location.hash !== fragmentOf(place)) history.pushState(null, '', fragmentOf(place));
    show();
  },
  actAs,
  alert: (sentence) => alerts.say(sentence),
};

const parts = [
  makeSidebar(existing('sidebar', HTMLElement), doings),
  makeConversationPane(existing('conversation', HTMLElement), doings),
  makeThreadPane(existing('thread', HTMLElement), doings),
  makeModalWindow(doings),
  makeAnnouncer(),
];

/** Draws what the server last said, at the place that the address names. */
function show(): void {
  if (!workspace) return;
  const place = readPlace(location.hash) ?? firstPlace(workspace);
  const now = makeScene(workspace, place, unread.among(workspace, place));
  scene = now;
  for (const part of parts) part.show(now);
  document.title = `${place.kind === 'home' ? 'App Home' : now.channel ? channelTitle(now.channel, now.bot) : now.bot.name} · whosaid playground`;
  visit(now);
}

/** The channel to begin with: the first one that both the person and the bot are in. */
function firstPlace({ channels, viewerId }: DrawnWorkspace): Place {
  const shared = channels.filter((channel) => channel.isMember && channel.members.includes(viewerId));
  const channel = shared.find((one) => one.name === 'newsdesk') ?? shared[0] ?? channels[0];
  return { kind: 'conversation', channel: channel?.id ?? '', thread: null };
}

/** The bot is told when somebody comes to its Home or its messages, once each time. */
function visit({ place, channel, viewer }: Scene): void {
  const isDirect = place.kind === 'conversation' && (place.channel === 'direct' || channel?.kind === 'direct');
  const now = place.kind === 'home' ? `home ${viewer.id}` : isDirect ? `direct ${viewer.id}` : '';
  if (now === visited) return;
  visited = now;
  if (now === '') return;
  const kind = place.kind === 'home' ? 'open-home' : 'open-direct';
  void server.act({ kind, userId: viewer.id }).then((outcome) => {
    if (outcome.kind === 'failed' || outcome.kind === 'impossible') alerts.say(outcome.shown);
    else if (outcome.kind === 'done' && outcome.hint) alerts.say(outcome.hint);
  });
}

function actAs(userId: string): void {
  sessionStorage.setItem('viewer', userId);
  server.watch(
    userId,
    (now) => {
      workspace = now;
      show();
    },
    (connection) => alerts.connected(connection),
  );
}

/** A link to a message of this workspace leads there, within the page. */
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  const place = link && workspace ? placeOfLink(link.getAttribute('href') ?? '', workspace) : null;
  if (!place) return;
  event.preventDefault();
  doings.go(place);
});
document.querySelector('.skip-link')?.addEventListener('click', (event) => {
  event.preventDefault();
  document.querySelector<HTMLElement>('#message-box, .home')?.focus();
});
window.addEventListener('popstate', show);
listenToBlocks(() => scene, doings);
actAs(sessionStorage.getItem('viewer') ?? '');
