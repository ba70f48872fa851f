import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Desk } from '../../answer/answer.ts';
import { homeView, LATEST_ON_HOME } from '../blocks/home.ts';
import { homeOpened } from '../payloads.ts';

/** Fills the Home tab whenever somebody opens it. */
export function home(desk: Desk, client: WebClient): Middleware<SlackEventMiddlewareArgs<'app_home_opened'>> {
  return async ({ body }) => {
    const { event } = homeOpened.parse(body);
    if (event.tab !== 'home') return;
    const [age, latest] = await Promise.all([desk.age(), desk.latest(LATEST_ON_HOME)]);
    await client.views.publish({ user_id: event.user, view: homeView(age, latest) });
  };
}
