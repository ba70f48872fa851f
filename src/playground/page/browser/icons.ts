/** Lines of small pictures on a field of 20 by 20. */
const PATHS = {
  back: 'M12 4 6 10l6 6',
  close: 'M5 5l10 10M15 5 5 15',
  eye: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zm8-2.200a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.400z',
  hash: 'M8 3 6.5 17M13.5 3 12 17M3.5 7.500h13.500M3 12.500h13.5',
  home: 'M3 9.5 10 3.500l7 6M5 8.500V16h4v-4h2v4h4V8.5',
  lock: 'M5 9h10v7.500H5zM7 9V6.500a3 3 0 0 1 6 0V9',
  menu: 'M3 5h14M3 10h14M3 15h14',
  more: 'M10 4.500v.01M10 10v.01M10 15.500v.01',
  quote: 'M4 14v-4c0-3 1.3-4.6 4-5M4 10h4v4H4zM11.5 14v-4c0-3 1.3-4.6 4-5M11.5 10h4v4h-4z',
  reply: 'M3 4.500h14v9H9l-4 3.500v-3.500H3z',
  send: 'M3 10 17 3.5 13 17l-3-5.500z',
  shared: 'M7.5 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0zm11 0a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM7.5 10h5',
} as const;

/** The pictures there are. */
export type IconName = keyof typeof PATHS;

/** A small picture that says nothing to a screen reader: what it stands for is said beside it. */
export function icon(name: IconName): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
