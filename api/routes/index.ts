import type { Express } from 'express';
import type { AppDeps } from '../deps.js';
import { startRoutes } from './start.js';

/** Every router of pages, in the order in which they are asked. */
export function mountRoutes(app: Express, _deps: AppDeps): void {
  app.use(startRoutes());
}
