import type { Request, RequestHandler } from 'express';
import { formFields, madeFor, submittedToken, type FormFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { returnAddress } from './return-address.js';

const KEPT_MILLISECONDS = 15 * 60_000;

/** Where the page of a logged-out person sends the form to be kept. */
export const KEEP_ADDRESS = '/logga-in/behall';

/** The fields that carry a kept form's own address and first token beside what was typed. */
export const KEPT_TARGET = '_till';
export const KEPT_TOKEN = '_fran';

/** A form whose session ended before it was sent, kept in the new session while its author logs in. */
export interface KeptForm {
  till: string;
  fields: FormFields;
  /** the token it was first sent with: it says for whom the form was shown */
  formToken: string;
  /** milliseconds since 1970 */
  kept: number;
}

declare module 'express-session' {
  interface SessionData {
    behallet?: KeptForm;
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads what the page "logga in och fortsätt" sends: the form's fields, and where they were going. */
export function readKeptForm(request: Request): KeptForm {
  const { [KEPT_TARGET]: till, [KEPT_TOKEN]: formToken, ...fields } = formFields(request);
  return { till: returnAddress(till), fields, formToken: text(formToken), kept: Date.now() };
}

/**
 * The form that waits in this session.
 *
 * @throws HttpProblem 409 when it was shown to somebody else: nobody sends on another's behalf, or reads what they wrote
 */
export function waitingForm(request: Request, secret: string): KeptForm | undefined {
  const { behallet } = request.session;
  if (!behallet || behallet.kept + KEPT_MILLISECONDS < Date.now()) return undefined;
  assertSamePerson(request, secret, behallet.formToken);
  return behallet;
}

/** A form without any token was not shown to anybody else; that it came from our own pages is checked before. */
function assertSamePerson(request: Request, secret: string, formToken: string): void {
  if (formToken === '' || (request.anvandare && madeFor(secret, formToken, request.anvandare.id))) return;
  delete request.session.behallet;
  throw problem(409, 'Det du försöker skicka skrevs av någon som var inloggad före dig. Det har inte skickats.');
}

/** What was submitted with a stale token, as it may be shown to the person again. @throws HttpProblem 409 */
export function submittedForm(request: Request, secret: string): KeptForm {
  // the page "logga in och fortsätt" may itself outlive its session, or be sent after a login in another tab
  if (request.path === KEEP_ADDRESS) return checked(request, secret, readKeptForm(request));
  return checked(request, secret, {
    till: request.originalUrl,
    fields: formFields(request),
    formToken: submittedToken(request),
    kept: Date.now(),
  });
}

function checked(request: Request, secret: string, form: KeptForm): KeptForm {
  if (request.anvandare) assertSamePerson(request, secret, form.formToken);
  return form;
}

/** Lets go of the kept form when it has been sent. */
export const forgetSentForm: RequestHandler = (request, _response, next) => {
  if (request.method === 'POST' && request.session.behallet?.till === request.originalUrl)
    delete request.session.behallet;
  next();
};
