import { startApi } from './parts/api.js';
import { startCase } from './parts/case.js';
import { start } from './parts/start.js';
import { startSuggestions } from './parts/suggestions.js';

start();
startApi();
startCase();
startSuggestions();
if (document.querySelector('[data-work]')) {
  import('./parts/work.js').then(work => work.solveAll());
}
