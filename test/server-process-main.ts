// What runs in the process of server-process.ts: the server of production, with everything it does in the background. It
// says its port to whoever started it and ends when that one has gone, so that a test or a measurement that was
// interrupted leaves no server behind.
import { readConfig } from '../src/config.ts';
import { openLogger, startServer } from '../src/main.ts';

const config = readConfig();
const server = await startServer({ config, logger: openLogger(config.logLevel), hosts: null, demo: false });
process.on('disconnect', () => void server.stop().then(() => process.exit(0)));
const address = server.countersign.server.server.address();
process.send!(typeof address === 'object' ? address?.port : address);
