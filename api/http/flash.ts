import type { Request } from 'express';

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

/** Leaves a message for the next page that this session sees (after a 303). */
export const setFlash = (request: Request, flash: Flash): void => {
  request.session.flash = flash;
};

/** Takes the waiting message; it is shown once. */
export function takeFlash(request: Request): Flash | undefined {
  const { flash } = request.session;
  if (flash) delete request.session.flash;
  return flash;
}
