// The examples of the API description are recorded, not written: a test tells a story to a real server, and told to update
// it keeps what was said. That takes a database and some seconds, so the check leaves the comparison to that test.
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** Records the examples anew. @throws Error with what the test had to say. */
export async function recordExamples(): Promise<void> {
  const options = ['--test-update-snapshots', 'test/http/examples.test.ts'];
  const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const said = await text(child.stdout);
  if ((await ended) !== 0) throw new Error(said);
}
