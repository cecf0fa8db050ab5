import type { Request } from 'express';
import { saveSession } from '../login/sessions.js';

/** A message for the next page: what just happened. */
export interface Flash {
  slag: 'success' | 'info' | 'warning' | 'error';
  text: string;
}

declare module 'express-session' {
  interface SessionData {
    flash?: Flash;
  }
}

/**
 * Leaves a message for the next page that this session sees. Written before the 303 goes: a browser that is fast would
 * otherwise ask for the next page before the session is in the database, and the message would come one page late.
 * When the session cannot be written the message is given up, not the answer; trying again, and the log, come with it.
 */
export async function setFlash(request: Request, flash: Flash): Promise<void> {
  request.session.flash = flash;
  await saveSession(request).catch(() => delete request.session.flash);
}

/** Takes the waiting message; it is shown once. */
export function takeFlash(request: Request): Flash | undefined {
  const { flash } = request.session;
  if (flash) delete request.session.flash;
  return flash;
}
