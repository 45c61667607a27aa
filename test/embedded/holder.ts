/**
 * A program that owns the embedded server of the folder it is given, until it is killed. It says `ready` when the
 * server is its own and prints why it was refused otherwise. Tests of ownership need such a second process.
 */
import { startEmbedded } from '../../src/adapters/db/embedded/start.ts';

const [dataDir = ''] = process.argv.slice(2);
try {
  await startEmbedded({ dataDir, log: (line) => console.log(line) });
  console.log('ready');
} catch (error) {
  console.log(`refused: ${(error as Error).message}`);
}
