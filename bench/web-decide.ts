// web_decide: from the click that approves to the decided state on the screen, measured in the page itself by its clock:
// the call, the decision in the database, its answer, and the frame that shows it. The middle one of many, one after the
// other.
import type { Page } from 'playwright-core';
import { atMost, percentile, type Figure } from './figure.ts';
import { openWindows, type Windows } from './web-window.ts';

const decisions = 30;

export async function webDecide(): Promise<Figure> {
  await using windows = await openWindows();
  const [alice, bob] = [await windows.enters('alice'), await windows.enters('bob')];
  const took: number[] = [];
  for (let nth = 0; nth < decisions; nth++) {
    const id = `decide-${nth}`;
    await ask(alice, windows, id);
    await bob.goto(`/access/${id}`);
    await bob.getByRole('button', { name: 'Approve', exact: true }).click();
    await bob.evaluate(watchForState);
    await bob.getByRole('button', { name: 'Approve now' }).click();
    took.push(await bob.evaluate<number>('decidedAfter'));
  }
  return atMost(1, {
    id: 'web_decide',
    value: percentile(took, 0.5),
    unit: 'ms',
    against: { what: 'a fixed bound', value: 100 },
    notes: { p95: percentile(took, 0.95) },
  });
}

async function ask(page: Page, { url }: Windows, id: string): Promise<void> {
  const answer = await page.context().request.post(`${url}/api/access`, {
    headers: { 'x-countersign-client': 'web' },
    data: { id, resource: 'orders/orders-latest', consumer: { teamId: 'analytics' }, purpose: 'Measuring' },
  });
  if (!answer.ok()) throw new Error(`asking was answered with ${answer.status()}`);
}

/** From the next click until the frame in which the badge says that it is granted. */
const watchForState = `decidedAfter = new Promise((resolve) => {
  addEventListener('click', () => {
    const clicked = performance.now();
    const look = () => /Granted/.test(document.querySelector('.state')?.textContent ?? '')
      ? resolve(performance.now() - clicked)
      : requestAnimationFrame(look);
    look();
  }, { capture: true, once: true });
}); 0`;
