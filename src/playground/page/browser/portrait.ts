import type { User } from '../../workspace.ts';
import { element } from './elements.ts';
import { icon } from './icons.ts';

/** How many colours the styles have for people. */
const COLOURS = 5;

/** A person's initials on their colour; the sign of quotation for whosaid and other bots. */
export function portrait(user: User): HTMLElement {
  if (user.isBot) {
    return element('span', { class: `portrait is-bot portrait-${user.name}`, 'aria-hidden': 'true' }, icon('quote'));
  }
  const initials = user.realName
    .split(' ')
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('');
  const colour = [...user.id].reduce((sum, character) => sum + character.charCodeAt(0), 0) % COLOURS;
  return element('span', { class: `portrait portrait-${colour}`, 'aria-hidden': 'true' }, initials);
}
