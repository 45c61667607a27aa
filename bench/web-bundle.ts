// web_bundle: how much JavaScript the inbox needs, as it comes over the line with gzip: every script that a browser loads
// for it, until nothing is under way any more.
import { gzipSync } from 'node:zlib';
import { atMost, type Figure } from './figure.ts';
import { openWindows } from './web-window.ts';

export async function webBundle(): Promise<Figure> {
  await using windows = await openWindows();
  const page = await windows.enters('bob');
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const scripts = await Promise.all(sizes);
  return atMost(1, {
    id: 'web_bundle',
    value: scripts.reduce((sum, one) => sum + one, 0) / 1000,
    unit: 'kB',
    against: { what: 'a fixed bound', value: 200 },
    notes: { scripts: scripts.length },
  });
}
