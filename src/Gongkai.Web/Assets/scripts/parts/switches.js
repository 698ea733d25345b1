import { choose, current } from './appearance.js';

const other = {
  theme: value => (value === 'dark' ? 'light' : 'dark'),
  elder: value => (value === 'on' ? 'off' : 'on'),
  contrast: value => (value === 'high' ? 'normal' : 'high'),
};

const pressed = value => value === 'dark' || value === 'on' || value === 'high';

export function startSwitches() {
  const buttons = [...document.querySelectorAll('[data-switch]')];
  const show = () => {
    const now = current();
    for (const button of buttons) {
      button.setAttribute('aria-pressed', String(pressed(now[button.dataset.switch])));
    }
  };
  for (const button of buttons) {
    button.addEventListener('click', () => choose(button.dataset.switch, other[button.dataset.switch](current()[button.dataset.switch])));
  }
  document.addEventListener('gongkai:appearance', show);
  show();
}
