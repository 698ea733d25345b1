import { startConfirm } from './confirm.js';
import { startForms } from './forms.js';
import { startKeys } from './keys.js';
import { startMenus } from './menus.js';
import { startSpeech } from './speech.js';
import { startSwitches } from './switches.js';
import { startToasts } from './toasts.js';

export function start() {
  startConfirm();
  startForms();
  startKeys();
  startMenus();
  startSpeech();
  startSwitches();
  startToasts();
  for (const button of document.querySelectorAll('[data-print]')) {
    button.addEventListener('click', () => print());
  }
  if (document.querySelector('[data-chart]')) {
    import('../charts.js').then(charts => charts.drawAll());
  }
}
