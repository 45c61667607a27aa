// One connection of HTTP/1.1, as lean as can be: it writes a call when the one before it is answered, and looks at nothing
// of an answer but its status and its end. Whoever generates load shares the machine with what is measured; a
// full client would take a fifth of what the server itself takes for a decision.
import { connect } from 'node:net';

export interface BareConnection {
  /** Resolves with the status, when the whole answer has come. One call at a time. */
  send(call: BareCall): Promise<number>;
  close(): void;
}

export interface BareCall {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

export function bareConnection(url: string): BareConnection {
  const { hostname, port, host } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  let answer = '';
  let waiting: { resolve: (status: number) => void; reject: (error: Error) => void } | null = null;
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    answer += text;
    if (!isWhole(answer)) return;
    const status = Number(answer.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
    answer = '';
    waiting?.resolve(status);
  });
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('the server closed the connection')));
  return {
    send: ({ method, path, headers, body = '' }) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        const lines = Object.entries({ host, ...headers, 'content-length': Buffer.byteLength(body) });
        socket.write(
          `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
        );
      }),
    close: () => {
      waiting = null;
      socket.destroy();
    },
  };
}

function isWhole(answer: string): boolean {
  const head = answer.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(answer.slice(0, head));
  return length ? answer.length >= head + 4 + Number(length[1]) : answer.endsWith('\r\n0\r\n\r\n');
}
