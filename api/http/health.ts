import { Router } from 'express';
import type pg from 'pg';
import type { Logger } from 'pino';

/**
 * `/halsa/levande`: the process answers. `/halsa/redo`: the database answers too (200), else 503. Plain text, no
 * session, no log line.
 */
export function healthRoutes(pool: pg.Pool, logger: Logger): Router {
  const router = Router();
  router.get('/halsa/levande', (_request, response) => {
    response.type('text').send('ok');
  });
  router.get('/halsa/redo', async (_request, response) => {
    try {
      await pool.query('SELECT 1');
      response.type('text').send('ok');
    } catch (error) {
      logger.warn({ err: error }, 'not ready: the database does not answer');
      response.status(503).type('text').send('databasen svarar inte');
    }
  });
  return router;
}
