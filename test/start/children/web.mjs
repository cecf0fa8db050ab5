import { createServer } from 'node:http';

import { announceReady, linkToParent } from '../../../dist/bin/child.js';

// Answers with what the start gave it.
const names = [
  'DATABASE_URL',
  'TEMPORAL_ADDRESS',
  'SMTP_URL',
  'MAILBOX_URL',
  'SESSION_SECRET',
  'PAYLOAD_KEYS',
  'RECORD_KEYS',
  'KLOCKA',
  'BASE_URL',
];
const server = createServer((_request, response) => {
  response.end(JSON.stringify(Object.fromEntries(names.map((name) => [name, process.env[name]]))));
});
server.listen(Number(process.env.PORT), announceReady);
linkToParent(async () => {
  server.closeAllConnections();
  server.close();
});
