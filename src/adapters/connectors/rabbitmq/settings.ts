// What an operator says about a virtual host of RabbitMQ and about the exchange that a resource is there. Parsing happens
// here, once; everything unknown is refused, and TLS is checked by default.
import { z } from 'zod';
import { levels } from '../../../core/level.ts';
import { TargetFailure, type Binding, type SettingsFault, type Target } from '../../../app/connector.ts';
import { consumerNaming } from '../consumer-naming.ts';

const ofPrincipal = z
  .string()
  .max(200)
  .regex(/^[^*]*\{principal\}[^*]*\*?$/, {
    error: 'has to contain {principal}, and may have a star at the end, for whatever begins so',
  });

const routingKey = z
  .string()
  .min(1)
  .max(255)
  .regex(/^(?:#|\*|[^.*#\s]+)(?:\.(?:#|\*|[^.*#\s]+))*$/, {
    error: 'has to be words with dots between them; * is one word, # any number of words',
  });

export const targetSettings = z.strictObject({
  url: z
    .string()
    .max(500)
    .regex(/^https?:\/\/[^/?#@\s]+\/?$/, {
      error: 'has to be the address of the management API, such as https://rabbitmq.example:15671',
    })
    .describe('Where the management plugin answers.'),
  virtualHost: z.string().min(1).max(255).default('/'),
  user: z.string().min(1).max(255).describe("Countersign's own user, with the tag administrator."),
  queues: z
    .array(ofPrincipal)
    .max(10)
    .default(['{principal}', '{principal}.*'])
    .describe('Queues that whoever subscribes may make, bind and read.'),
  consumers: consumerNaming('rabbitmq', 200).optional(),
});

export const bindingSettings = z.strictObject({
  exchange: z.string().min(1).max(255).describe('The exchange, by name.'),
  routingKeys: z
    .array(routingKey)
    .min(1)
    .max(100)
    .optional()
    .describe('Of a topic exchange: what may be published and subscribed to. Absent: everything.'),
  roles: z
    .record(z.string(), z.enum(levels))
    .optional()
    .describe(
      'What each role or scope that can be asked for gives here: read to subscribe, write to publish. Else roles read.',
    ),
  levels: z.array(z.enum(levels)).min(1).optional().describe('The levels this resource is meant to offer.'),
  endSessions: z
    .boolean()
    .optional()
    .describe(
      'Connections of users that lost access are always closed, because a subscription would go on otherwise.',
    ),
});

export type TargetSettings = z.infer<typeof targetSettings>;

/** A binding, read. */
export interface Place {
  readonly installation: string;
  readonly resource: string;
  readonly exchange: string;
  /** Null: all of them. */
  readonly routingKeys: readonly string[] | null;
}

export function faultsIn(schema: z.ZodType, settings: unknown): SettingsFault[] {
  const parsed = schema.safeParse(settings);
  return (parsed.error?.issues ?? []).map((issue) => ({ path: issue.path.join('.'), reason: issue.message }));
}

/** Throws `TargetFailure` with the code settings_wrong, naming every fault. */
export function readTarget(target: Target): TargetSettings {
  return read(targetSettings, target.settings, `the settings of target "${target.id}"`);
}

/** Throws `TargetFailure` with the code settings_wrong, naming every fault. */
export function readPlace({ installationId, resourceId, settings }: Binding): Place {
  const what = `the settings of "${resourceId}" at this target`;
  const { exchange, routingKeys = null } = read(bindingSettings, settings, what);
  return { installation: installationId, resource: resourceId, exchange, routingKeys };
}

function read<S extends z.ZodType>(schema: S, settings: unknown, what: string): z.infer<S> {
  const faults = faultsIn(schema, settings).map(({ path, reason }) => (path ? `${path}: ${reason}` : reason));
  if (faults.length > 0)
    throw new TargetFailure('settings_wrong', `There are faults in ${what}. ${faults.join(' ')}`);
  return schema.parse(settings);
}
