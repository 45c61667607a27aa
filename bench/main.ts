// npm run bench [-- [--json] [ID…]]: measures the figures, one after the other, and prints each with what it is held
// against in the same run. A figure that misses its goal is printed like any other; the exit code stays 0, because a
// measurement that was taken is a success.
import { parseArgs } from 'node:util';
import { checkHttp } from './check-http.ts';
import { checkInProcess } from './check-inprocess.ts';
import { decide } from './decide.ts';
import { expiryLag } from './expiry-lag.ts';
import { feedCatchup } from './feed-catchup.ts';
import { feedReader } from './feed-reader.ts';
import { line, type Figure } from './figure.ts';
import { gateway } from './gateway.ts';
import { grant } from './grant.ts';
import { lists } from './lists.ts';
import { memory } from './memory.ts';
import { revokeRefused } from './revoke-refused.ts';
import { start } from './start.ts';
import { webBundle } from './web-bundle.ts';
import { webDecide } from './web-decide.ts';
import { webLcp } from './web-lcp.ts';
import { webLists } from './web-lists.ts';
import { webMesh } from './web-mesh.ts';

const figures: Record<string, () => Promise<Figure>> = {
  decide,
  feed_reader: feedReader,
  feed_catchup: feedCatchup,
  grant,
  expiry_lag: expiryLag,
  lists,
  check_http: checkHttp,
  check_inprocess: checkInProcess,
  revoke_refused: revokeRefused,
  gateway,
  start,
  memory,
  web_bundle: webBundle,
  web_lcp: webLcp,
  web_decide: webDecide,
  web_lists: webLists,
  web_mesh: webMesh,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const unknown = positionals.find((id) => !(id in figures));
if (unknown !== undefined) {
  console.error(`There is no figure "${unknown}". There are: ${Object.keys(figures).join(', ')}.`);
  process.exit(2);
}
for (const id of positionals.length > 0 ? positionals : Object.keys(figures)) {
  if (!values.json) process.stderr.write(`${id} …\r`);
  const figure = await figures[id]!();
  console.log(values.json ? JSON.stringify(figure) : line(figure));
}
