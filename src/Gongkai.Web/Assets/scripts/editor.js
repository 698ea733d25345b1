import { startEditor } from './editor/start.js';
import { startSources } from './editor/sources.js';

startSources();
const root = document.querySelector('[data-editor]');
if (root) {
  startEditor(root);
}
