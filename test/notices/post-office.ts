// A mail server for tests: a real one that listens, with a mood. What it takes in is kept as it came.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

export interface PostOffice extends AsyncDisposable {
  readonly url: string;
  readonly letters: readonly Letter[];
  /** What it says to the next messages: a code and a sentence; null: it takes them. */
  mood: ((to: string) => { code: number; sentence: string } | null) | null;
}

/** @param offersTls false: a server that knows no TLS. */
export async function openPostOffice(offersTls = false): Promise<PostOffice> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: offersTls ? [] : ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const no = office.mood?.(address);
      done(no ? Object.assign(new Error(no.sentence), { responseCode: no.code }) : null);
    },
    onData: (stream, { envelope }, done) => {
      void text(stream).then((raw) => {
        letters.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          raw,
        });
        done();
      });
    },
  });
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const office: PostOffice = {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    mood: null,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
      }),
  };
  return office;
}

/** The header of that name, unfolded and decoded as far as it is UTF-8 in Q or B. */
export function header(letter: Letter, name: string): string | undefined {
  const head = letter.raw.slice(0, letter.raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  const value = new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1];
  return value?.replaceAll(/=\?UTF-8\?([QB])\?([^?]*)\?= ?/gi, (_, kind: string, said: string) =>
    kind.toUpperCase() === 'B' ? Buffer.from(said, 'base64').toString() : quoted(said.replaceAll('_', ' ')),
  );
}

/** The part of that type, decoded. */
export function part(letter: Letter, type: string): string {
  const at = letter.raw.indexOf(`Content-Type: ${type}`);
  const [head, ...rest] = letter.raw.slice(at).split('\r\n\r\n');
  const body = rest.join('\r\n\r\n').split(/\r\n----_NmP/)[0]!;
  return /quoted-printable/.test(head!)
    ? quoted(body.replaceAll(/=\r\n/g, ''))
    : /base64/.test(head!)
      ? Buffer.from(body, 'base64').toString()
      : body;
}

function quoted(text: string): string {
  return Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString('utf8');
}
