import type { Express } from 'express';
import type { AppDeps } from '../deps.js';
import { anteckningRoutes } from './anteckningar.js';
import { arendeRoutes } from './arende.js';
import { arendelistaRoutes } from './arendelista.js';
import { beslutRoutes } from './beslut.js';
import { aviseringRoutes } from './aviseringar.js';
import { bilageRoutes } from './bilagor.js';
import { egnaUppgifterRoutes } from './egna-uppgifter.js';
import { folkRoutes } from './folk.js';
import { inloggningsRoutes } from './inloggningar.js';
import { insatsRoutes } from './insats.js';
import { kansliRoutes } from './kansli.js';
import { motenRoutes } from './moten.js';
import { planRoutes } from './plan.js';
import { kansliprofilRoutes } from './kansliprofiler.js';
import { profilflyttRoutes } from './profilflytt.js';
import { organisationRoutes } from './organisation.js';
import { profilRoutes } from './profiler.js';
import { remissbilageRoutes } from './remissbilagor.js';
import { remissRoutes } from './remisser.js';
import { remissformularRoutes } from './remissformular.js';
import { sidorRoutes } from './sidor.js';
import { startRoutes } from './start.js';
import { styrgruppRoutes } from './styrgrupp.js';
import { tidmaskinRoutes } from './tidmaskin.js';
import { uppgifterRoutes } from './uppgifter.js';

/** Every router of pages, in the order in which they are asked. */
export function mountRoutes(app: Express, deps: AppDeps): void {
  app.use(startRoutes(deps));
  app.use(uppgifterRoutes(deps));
  app.use(egnaUppgifterRoutes(deps));
  app.use(arendelistaRoutes(deps));
  app.use(arendeRoutes(deps));
  app.use(anteckningRoutes(deps));
  app.use(bilageRoutes(deps));
  app.use(planRoutes(deps));
  app.use(beslutRoutes(deps));
  app.use(motenRoutes(deps));
  app.use(insatsRoutes(deps));
  app.use(folkRoutes(deps));
  app.use(styrgruppRoutes(deps));
  app.use(kansliRoutes(deps));
  app.use(kansliprofilRoutes(deps));
  app.use(organisationRoutes(deps));
  app.use(profilflyttRoutes(deps));
  app.use(profilRoutes(deps));
  // before the form's own steps, which take any word after the draft's id
  app.use(remissbilageRoutes(deps));
  app.use(remissformularRoutes(deps));
  app.use(remissRoutes(deps));
  app.use(sidorRoutes(deps));
  app.use(aviseringRoutes(deps));
  app.use(inloggningsRoutes(deps));
  app.use(tidmaskinRoutes(deps));
}
