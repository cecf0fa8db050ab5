import type { Express } from 'express';
import type { AppDeps } from '../deps.js';
import { arendelistaRoutes } from './arendelista.js';
import { kansliRoutes } from './kansli.js';
import { sidorRoutes } from './sidor.js';
import { startRoutes } from './start.js';
import { uppgifterRoutes } from './uppgifter.js';

/** Every router of pages, in the order in which they are asked. */
export function mountRoutes(app: Express, deps: AppDeps): void {
  app.use(startRoutes(deps));
  app.use(uppgifterRoutes(deps));
  app.use(arendelistaRoutes(deps));
  app.use(kansliRoutes(deps));
  app.use(sidorRoutes(deps));
}
