// How telling people goes, for Prometheus: what waits, what was given up, and channels that fail. Read from indexes that
// hold only that, when somebody asks.
import { Gauge, type Registry } from 'prom-client';
import type pg from 'pg';

const gauges = {
  countersign_notice_tasks: [
    'Entries of the log that nobody has been told of yet.',
    'select count(*) as n from notice_task',
  ],
  countersign_notice_deliveries_waiting: [
    'Notices on their way by mail or through a channel.',
    `select count(*) as n from notice_delivery where state = 'waiting'`,
  ],
  countersign_notice_deliveries_dead: [
    'Notices that were given up and wait for somebody to send them again.',
    `select count(*) as n from notice_delivery where state = 'dead'`,
  ],
  countersign_notice_channels_failing: [
    'Notification channels of teams whose messages do not get through.',
    'select count(*) as n from notification_channel where enabled and alarming_since is not null',
  ],
} as const;

export function noticeGauges(registry: Registry, pool: Pick<pg.Pool, 'query'>): void {
  for (const [name, [help, text]] of Object.entries(gauges)) {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [registry],
      collect: async () => {
        const read = pool.query<{ n: number }>(text, []).then(({ rows }) => rows[0]!.n);
        gauge.set(await read.catch(() => Number.NaN));
      },
    });
  }
}
