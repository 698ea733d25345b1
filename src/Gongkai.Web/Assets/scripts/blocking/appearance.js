// Runs before the first paint, so that a page never flashes in a look its reader did not choose.
import { apply, watchSystem } from '../parts/appearance.js';

document.documentElement.dataset.script = 'on';
apply();
watchSystem();
