// What runs in the process of server-process.ts when it is one that only answers checks.
import { startCheckNode } from '../src/check-node.ts';
import { readConfig } from '../src/config.ts';
import { openLogger } from '../src/main.ts';

const config = readConfig();
const node = await startCheckNode(config, openLogger(config.logLevel));
process.on('disconnect', () => void node.stop().then(() => process.exit(0)));
const address = node.server.server.address();
process.send!(typeof address === 'object' ? address?.port : address);
