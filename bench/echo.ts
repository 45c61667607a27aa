// The limit of answering over HTTP with this Node: it reads JSON and writes it back, and does nothing else. It tells its
// port to whoever started it and ends with them.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const server = createServer((request, answer) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const text = JSON.stringify(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    answer.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    answer.end(text);
  });
});
server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
