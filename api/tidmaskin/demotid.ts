import type { Demotid } from '../deps.js';
import type { Tidmaskin } from '../engine/tidmaskin.js';
import { Tidmaskinrad } from '../pages/tidmaskin/tidmaskinrad.js';
import { tidmaskinRoutes } from '../routes/tidmaskin.js';

/** The demo whose time a time machine moves. */
export const createDemotid = (tidmaskin: Tidmaskin): Demotid => ({
  rad: Tidmaskinrad,
  routes: (deps) => tidmaskinRoutes(deps, tidmaskin),
});
