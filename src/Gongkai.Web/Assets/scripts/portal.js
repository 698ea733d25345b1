import { startApi } from './parts/api.js';
import { start } from './parts/start.js';

start();
startApi();
