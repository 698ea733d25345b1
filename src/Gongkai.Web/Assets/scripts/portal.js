import { startApi } from './parts/api.js';
import { startCase } from './parts/case.js';
import { start } from './parts/start.js';

start();
startApi();
startCase();
if (document.querySelector('[data-work]')) {
  import('./parts/work.js').then(work => work.solveAll());
}
