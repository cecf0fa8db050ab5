import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** What browsers could let a page use; a form needs none of it. */
const NOTHING_PERMITTED = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/**
 * Security headers of every answer. Nothing is loaded from elsewhere and nothing runs inline.
 *
 * @param formTargets origins that a form's redirect may end at besides our own: browsers hold `form-action` against the
 *   whole redirect chain, so logging out with a POST needs the identity provider there. Read anew at each request,
 *   because the provider's addresses are known only after its discovery.
 * @param secure whether the installation is reached over https
 */
export const securityHeaders = (formTargets: () => readonly string[], secure: boolean): RequestHandler[] => [
  (_request, response, next) => {
    response.setHeader('Permissions-Policy', NOTHING_PERMITTED);
    next();
  },
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'", () => formTargets().join(' ')],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    // no-referrer would make browsers send `Origin: null` with our own forms, which is compared (csrf.ts)
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: secure && { maxAge: 31_536_000 },
    // no window of another site keeps a hold of ours, and none of our files is shown in one (same-origin, both)
    crossOriginOpenerPolicy: true,
    crossOriginResourcePolicy: true,
  }),
];

/** Pages hold personal data: neither the browser nor a proxy keeps them. */
export const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};
