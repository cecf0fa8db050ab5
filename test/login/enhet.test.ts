import { enhetsnamn } from '../../api/login/enhet.js';

const APPLE = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox på Windows'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${APPLE} Chrome/140.0 Safari/537.36 Edg/140.0`, 'Edge på Windows'],
  [`Mozilla/5.0 (Linux; Android 15; K) ${APPLE} Chrome/140.0 Mobile Safari/537.36`, 'Chrome på Android'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${APPLE} HeadlessChrome/147.0 Safari/537.36`, 'Chrome på Linux'],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${APPLE} Version/18.0 Safari/604.1`,
    'Safari på iPhone eller iPad',
  ],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Version/18.0 Safari/605.1.15`, 'Safari på Mac'],
  ['curl/8.5.0', 'Okänd webbläsare'],
  [undefined, 'Okänd webbläsare'],
  ['<script>Windows', 'Webbläsare på Windows'],
])('%s is told as %s', (userAgent, name) => {
  expect(enhetsnamn(userAgent)).toBe(name);
});
