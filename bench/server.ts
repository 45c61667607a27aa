// A server process for a measurement: the one that runs in production, with everything it does in the background, on
// the database that the environment names. It says its port to whoever started it and ends when that one has gone, so
// that a measurement that was interrupted leaves no server behind.
import { readConfig } from '../src/config.ts';
import { openLogger, startServer } from '../src/main.ts';

const server = await startServer({
  config: readConfig(),
  logger: openLogger('warn'),
  hosts: null,
  demo: false,
});
process.on('disconnect', () => void server.stop().then(() => process.exit(0)));
const address = server.countersign.server.server.address();
process.send!(typeof address === 'object' ? address?.port : address);
