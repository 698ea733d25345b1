import { start } from './parts/start.js';

start();
