import { startSaving } from './writing/saving.js';
import { startWriting } from './writing/start.js';

document.querySelectorAll('[data-writing]').forEach(startWriting);
document.querySelectorAll('form[data-autosave-url]').forEach(startSaving);
