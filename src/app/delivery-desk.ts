// What an administrator sees of notices that could not be delivered, and sending them again.
import type { Instant } from '../core/time.ts';

export interface SetAside {
  readonly id: string;
  readonly position: number;
  readonly recipient: string;
  readonly way: string;
  readonly state: 'waiting' | 'dead';
  readonly attempts: number;
  readonly error: string | null;
  readonly createdAt: Instant;
  readonly nextRun: Instant | null;
  readonly event: string;
  readonly access: string;
}

export interface DeliveryDesk {
  /** The newest first, before a position or from the end. */
  page(state: SetAside['state'], before: number | null, limit: number): Promise<readonly SetAside[]>;
  /** Sends what was set aside again, all of it or some; returns how much. */
  replay(ids: readonly string[] | null, now: Instant): Promise<number>;
}
