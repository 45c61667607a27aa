// What an operator says about a Kafka cluster and about the topics that a resource is there. Parsing happens here, once;
// everything unknown is refused, and TLS is checked by default. Of ways to sign in there are SASL with PLAIN and SCRAM.
import { z } from 'zod';
import { levels } from '../../../core/level.ts';
import { TargetFailure, type Binding, type SettingsFault, type Target } from '../../../app/connector.ts';
import { consumerNaming } from '../consumer-naming.ts';

const address = z
  .string()
  .max(300)
  .regex(/^(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]):\d{1,5}$/, {
    error: 'has to be a host and a port, such as kafka.example:9092',
  })
  .refine((text) => portOf(text) >= 1 && portOf(text) <= 65_535, { error: 'has no such port' });

/** Kafka takes these characters only; a star at the end is the beginning of names. */
const topic = z
  .string()
  .max(249)
  .regex(/^[A-Za-z0-9._-]+\*?$/, {
    error:
      'has to be the name of a topic, or the beginning of names with a star at the end, such as orders.*',
  })
  .refine((text) => text !== '.' && text !== '..', { error: 'is no name that a topic can have' });

const ofPrincipal = z
  .string()
  .max(200)
  .regex(/^[^*]*\{principal\}[^*]*\*?$/, {
    error: 'has to contain {principal}, and may have a star at the end, for whatever begins so',
  });

export const targetSettings = z.strictObject({
  bootstrap: z
    .array(address)
    .min(1)
    .max(20)
    .describe('Brokers to begin with, as host:port. The first that answers does everything.'),
  tls: z
    .enum(['verify-full', 'require', 'disable'])
    .default('verify-full')
    .describe('verify-full checks the certificate and the host name, require encrypts without checking.'),
  ca: z
    .string()
    .min(1)
    .max(65_536)
    .optional()
    .describe('The certificates, PEM, by which verify-full judges; else those that Node trusts.'),
  mechanism: z
    .enum(['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'])
    .default('SCRAM-SHA-512')
    .describe('How Countersign signs in, by SASL.'),
  user: z.string().min(1).max(249).describe("Countersign's own user at the cluster."),
  principals: z
    .enum(['scram', 'unchecked'])
    .optional()
    .describe(
      'scram: a consumer without SCRAM credentials at the cluster is a failure that names it. unchecked: principals come from certificates, tokens or files, which nobody can ask for. Absent: by the mechanism.',
    ),
  groups: z
    .array(ofPrincipal)
    .max(10)
    .default(['{principal}', '{principal}.*'])
    .describe('Consumer groups that whoever reads may use.'),
  transactionalIds: z
    .array(ofPrincipal)
    .max(10)
    .default([])
    .describe('Transactional ids that whoever writes may use. Writing without transactions needs none.'),
  consumers: consumerNaming('kafka', 200).optional(),
});

export const bindingSettings = z.strictObject({
  topics: z
    .array(topic)
    .min(1)
    .max(100)
    .describe('Topics by name; with a star at the end all whose names begin so.'),
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
      'Kafka cannot end a connection. It asks for permission at every fetch and produce, so nothing is left open.',
    ),
});

export type TargetSettings = z.infer<typeof targetSettings>;

/** A binding, read. */
export interface Place {
  readonly installation: string;
  readonly resource: string;
  readonly topics: readonly string[];
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
  const { topics } = read(bindingSettings, settings, `the settings of "${resourceId}" at this target`);
  return { installation: installationId, resource: resourceId, topics: [...new Set(topics)].toSorted() };
}

export function checksScram({ principals, mechanism }: TargetSettings): boolean {
  return principals === undefined ? mechanism !== 'PLAIN' : principals === 'scram';
}

export function portOf(text: string): number {
  return Number(text.slice(text.lastIndexOf(':') + 1));
}

export function hostOf(text: string): string {
  return text.slice(0, text.lastIndexOf(':')).replace(/^\[|\]$/g, '');
}

function read<S extends z.ZodType>(schema: S, settings: unknown, what: string): z.infer<S> {
  const faults = faultsIn(schema, settings).map(({ path, reason }) => (path ? `${path}: ${reason}` : reason));
  if (faults.length > 0)
    throw new TargetFailure('settings_wrong', `There are faults in ${what}. ${faults.join(' ')}`);
  return schema.parse(settings);
}
