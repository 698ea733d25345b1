// element('button', { class: 'btn', onclick: … }, 'text', child, …)
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('on')) {
      made.addEventListener(key.slice(2), value);
    } else if (value === true) {
      made.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.filter(child => child !== null && child !== undefined && child !== ''));
  return made;
}

const space = 'http://www.w3.org/2000/svg';

export function icon(sprite, name) {
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(space, 'use');
  use.setAttribute('href', `${sprite}#${name}`);
  svg.append(use);
  return svg;
}

const two = number => String(number).padStart(2, '0');

/** The time in Beijing, as screens show it. */
export function clock(at) {
  const beijing = new Date(new Date(at).getTime() + 8 * 3600 * 1000);
  return `${two(beijing.getUTCHours())}:${two(beijing.getUTCMinutes())}`;
}

export function moment(at) {
  const beijing = new Date(new Date(at).getTime() + 8 * 3600 * 1000);
  return `${beijing.getUTCFullYear()}-${two(beijing.getUTCMonth() + 1)}-${two(beijing.getUTCDate())} ${clock(at)}`;
}
