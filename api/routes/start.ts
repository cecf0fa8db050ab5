import { Router } from 'express';
import { renderPage } from '../components/sida.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { StartPage } from '../pages/start.js';

/** `/`: the first page after login. */
export function startRoutes(): Router {
  const router = Router();
  router.get('/', requireLogin, (request, response) => {
    response.send(renderPage(StartPage({ anvandare: inloggad(request), ram: request.sidram() })));
  });
  return router;
}
