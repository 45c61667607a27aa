// The organization's own settings: how it is named, in which time zone the days of the wire are meant, and what a
// resource gets before its owners have said anything.
import type { Strategy } from '../core/policy.ts';
import type { ResourceKind } from '../core/resource.ts';
import type { Category, Zone } from '../core/rover.ts';
import { day, type Milliseconds } from '../core/time.ts';

export interface Settings {
  readonly fullName: string | null;
  readonly vanityUrl: string | null;
  readonly logoUrl: string | null;
  readonly supportEmailAddress: string | null;
  /** An IANA name, such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** The strategy of a resource whose document does not say that it approves by itself. */
  readonly defaultStrategy: Exclude<Strategy, 'External'>;
  readonly organizationKeysDecide: boolean;
  /** How long a grant lasts when nobody named an end; null = without end. */
  readonly defaultDurations: Readonly<Record<ResourceKind, Milliseconds | null>>;
  /** Where applications of Rover files run. Empty: any zone may be named, and none keeps anybody out. */
  readonly zones: readonly Zone[];
  /** Categories of APIs. Empty: any may be named, and none keeps anybody out. */
  readonly apiCategories: readonly Category[];
}

export const initialSettings: Settings = {
  fullName: null,
  vanityUrl: null,
  logoUrl: null,
  supportEmailAddress: null,
  timeZone: 'UTC',
  defaultStrategy: 'Simple',
  organizationKeysDecide: true,
  defaultDurations: { 'output-port': null, api: 365 * day, event: 365 * day, action: null },
  zones: [],
  apiCategories: [],
};
