// A reader of the feed, as another team's connector is one: it handles what it gets and asks for what comes after, with
// long polling. It first reads to the end, says so, and then notes when it has seen each approval.
import { eventsAfter } from './catch-up.ts';

export interface Reading {
  readonly url: string;
  readonly key: string;
  /** How many approvals to wait for. */
  readonly until: number;
}

export interface Seen {
  readonly event: string;
  readonly access: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const reading = JSON.parse(process.argv[2]!) as Reading;
let last = '';
for (;;) {
  const events = await eventsAfter(reading, last);
  if (events.length === 0) break;
  last = events.at(-1)!.id;
}
process.send!('at the end');

const seen: Seen[] = [];
while (seen.length < reading.until) {
  const events = await eventsAfter(reading, last, 10_000);
  const at = performance.timeOrigin + performance.now();
  last = events.at(-1)?.id ?? last;
  for (const { id, type, subject } of events)
    if (type.endsWith('.AccessApprovedEvent')) seen.push({ event: id, access: subject, at });
}
process.send!(seen, () => process.disconnect());
