// How many checks a second the index itself answers, with a million grants and strings that nobody has seen before, as they
// come out of a parsed message: spread over all grants, and over ten thousand that are asked for again and again.
import { Memory } from '../src/adapters/check/memory.ts';
import type { Question } from '../src/core/check.ts';
import { atLeast, type Figure } from './figure.ts';
import { millionGrants, pairOf } from './million-grants.ts';

const batch = 10_000;
const batches = 100;
const hot = 10_000;

export async function checkInProcess(): Promise<Figure> {
  const memory = new Memory();
  for (let nth = 0; nth < 100_000; nth++) memory.consumer('application', `application-${nth}`, true);
  const facts = {
    kind: 'api',
    owner: 'checkout',
    offers: ['read'],
    visibility: null,
    path: null,
    rateLimits: null,
  } as const;
  for (let nth = 0; nth < 10_000; nth++) memory.resource(`api-${nth}`, facts);
  for (let nth = 0; nth < millionGrants; nth++) {
    const { application, api } = pairOf(nth);
    const grant = { from: 0, until: Number.MAX_SAFE_INTEGER, roles: ['read'] };
    memory.access(`access-${nth}`, 1, api, { kind: 'application', id: application }, [grant]);
  }
  const spread = rateOf(memory, () => Math.floor(Math.random() * millionGrants));
  const again = rateOf(memory, () => Math.floor(Math.random() * hot));
  return atLeast(1, {
    id: 'check_inprocess',
    value: spread,
    unit: 'checks/s',
    against: { what: 'a fixed bound', value: 500_000 },
    notes: { 'hot checks/s': again, 'hot against 1.5 M': again / 1_500_000 },
  });
}

/** Only answering is timed; the questions are made before. */
function rateOf(memory: Memory, pick: () => number): number {
  let ms = 0;
  for (let nth = 0; nth <= batches + 10; nth++) {
    const questions = Array.from({ length: batch }, () => fresh(pick()));
    const began = performance.now();
    let permitted = 0;
    for (const question of questions) if (memory.evaluate(question, 1).decision) permitted++;
    if (permitted !== batch) throw new Error('a check was denied that has to be permitted');
    // The first ones warm up.
    if (nth > 10) ms += performance.now() - began;
  }
  return (batch * batches * 1000) / ms;
}

function fresh(nth: number): Question {
  const { application, api } = pairOf(nth);
  const text = { subject: application, action: 'read', resource: api, said: {} };
  return { ...JSON.parse(JSON.stringify(text)), subjectKind: 'application', resourceKind: 'api' } as Question;
}
