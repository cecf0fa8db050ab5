import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { openPost, type Forsandelse, type Leverans } from '../../activities/utskick/post.js';

const BREV: Forsandelse = {
  from: 'noreply@remiss.example.se',
  to: 'kajsa@example.se',
  subject: 'PROV-2026-0042: nytt i ärendet',
  text: 'Hej!',
  html: '<p>Hej!</p>',
  date: new Date('2026-11-24T09:00:00Z'),
  messageId: '<prov-2026-0042.besked.3.1@remiss.example.se>',
  headers: {},
};

/** The steps of a mail, as the server sees them. */
type Steg = 'connect' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'contents';

/** A server that answers everything with yes up to a step, and there lets the line go without a word. */
async function startLeaving(at: Steg): Promise<Server> {
  const server = createServer((socket: Socket) => {
    let contents = '';
    let inContents = false;
    const answer = (steg: Steg, words: string) => (steg === at ? socket.destroy() : socket.write(`${words}\r\n`));
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      if (inContents) {
        contents += text;
        if (contents.endsWith('\r\n.\r\n')) answer('contents', '250 taken');
        return;
      }
      const [word = ''] = text.split(/[\s:]/);
      inContents = word === 'DATA';
      answer(word as Steg, inContents ? '354 go on' : '250 yes');
    });
    answer('connect', '220 here');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function sendTo(server: Server): Promise<Leverans> {
  const post = openPost(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`);
  try {
    return await post.send(BREV);
  } finally {
    post.close();
  }
}

async function leave(at: Steg): Promise<Leverans> {
  const server = await startLeaving(at);
  try {
    return await sendTo(server);
  } finally {
    server.close();
  }
}

describe('A mail server that lets the line go', () => {
  it.each(['connect', 'EHLO', 'MAIL', 'RCPT', 'DATA'] as const)('at %s surely has not taken the mail', async (at) => {
    expect(await leave(at)).toMatchObject({ utfall: 'later', osakert: false });
  });

  it('when it has the contents may have taken the mail all the same', async () => {
    expect(await leave('contents')).toMatchObject({ utfall: 'later', osakert: true });
  });
});

describe('A mail server that is not there, or says nothing,', () => {
  it('surely has not taken the mail', async () => {
    const server = await startLeaving('connect');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const post = openPost(`smtp://127.0.0.1:${port}`);
    expect(await post.send(BREV)).toMatchObject({ utfall: 'later', osakert: false });
    post.close();
  });

  it('is given up before the next try begins, and surely has not taken the mail', async () => {
    const silent = createServer((socket) => socket.on('error', () => undefined));
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    expect(await sendTo(silent)).toMatchObject({ utfall: 'later', osakert: false });
    silent.close();
  });
});
