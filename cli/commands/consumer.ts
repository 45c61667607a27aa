// Who gets access, as it is typed: `me`, `team:analytics`, `product:forecast`, `application:reports`,
// `person:alice@fernlane.example`.
import { misused } from '../failure.ts';

// A type and no interface, as an interface may not stand where further members are allowed.
export type WireConsumer = {
  teamId?: string;
  dataProductId?: string;
  applicationId?: string;
  userId?: string;
};

/** Undefined: whoever asks. @throws Failure for anything else that cannot be read. */
export function readConsumer(typed: string): WireConsumer | undefined {
  if (typed === 'me') return undefined;
  const [, kind, id] = /^(team|product|application|person):(.+)$/.exec(typed) ?? [];
  switch (kind) {
    case 'team':
      return { teamId: id! };
    case 'product':
      return { dataProductId: id! };
    case 'application':
      return { applicationId: id! };
    case 'person':
      return { userId: id! };
    default:
      throw misused(
        `"${typed}" is no consumer.`,
        'Write me, team:<id>, product:<id>, application:<id> or person:<address>.',
      );
  }
}
