// What an operator says about a PostgreSQL target and about one port at it. Parsing happens here, once; the rest of the
// connector trusts the result. TLS is checked by default, and everything unknown is refused, because a misspelt
// `endSessions` that is silently ignored would leave sessions open that should end.
import { z } from 'zod';
import { TargetFailure, type Binding, type SettingsFault, type Target } from '../../../app/connector.ts';
import { consumerNaming } from '../consumer-naming.ts';
import { nameFault, type PortIdentity } from './names.ts';

const name = z.string().check((context) => {
  const reason = nameFault(context.value);
  if (reason) context.issues.push({ code: 'custom', message: reason, input: context.value });
});

export const targetSettings = z.strictObject({
  host: z
    .string()
    .min(1)
    .max(255)
    .describe('A host name, an address, or the absolute folder of a unix socket.'),
  port: z.int().min(1).max(65535).default(5432),
  database: name,
  user: name.describe("Countersign's own role at the target."),
  tls: z
    .enum(['verify-full', 'require', 'disable'])
    .default('verify-full')
    .describe(
      'verify-full checks the certificate and the host name, require encrypts without checking. Ignored on a unix socket.',
    ),
  ca: z
    .string()
    .min(1)
    .max(65536)
    .optional()
    .describe('The certificates, PEM, by which verify-full judges; else those that Node trusts.'),
  endSessions: z
    .boolean()
    .default(false)
    .describe(
      'Ends running sessions of roles that lost access. Always done on PostgreSQL 15, where a session could read on otherwise.',
    ),
  createConsumerRoles: z
    .strictObject({
      user: name.describe('The role that may create roles. Its password is the secret creatorPassword.'),
      login: z
        .boolean()
        .default(false)
        .describe('Whether the created roles may sign in. They get no password either way.'),
    })
    .optional()
    .describe(
      'Creates consumer roles that are missing. Without it a missing role is a failure that names it.',
    ),
  consumers: consumerNaming('postgresql', 63).optional(),
});

export const bindingSettings = z.strictObject({
  schema: name,
  tables: z
    .union([z.literal('all'), z.array(name).min(1).max(10_000)])
    .default('all')
    .describe(
      'Tables and views by name, or all of the schema. All includes what appears later, from the next run on.',
    ),
  futureTables: z
    .boolean()
    .default(true)
    .describe(
      'With all: new tables are readable from the moment they are made, by default privileges of the roles that own tables there.',
    ),
  levels: z
    .array(z.enum(['read', 'read-write']))
    .min(1)
    .default(['read'])
    .describe('The levels this port is meant to offer; targets check judges by them what Countersign lacks.'),
  roles: z
    .record(z.string(), z.enum(['read', 'read-write']))
    .optional()
    .describe(
      'What each role that can be asked for gives here. Without it the contract says it; else roles read.',
    ),
  endSessions: z.boolean().optional().describe('Overrides the setting of the target, for this port.'),
});

export type TargetSettings = z.infer<typeof targetSettings>;
export type BindingSettings = z.infer<typeof bindingSettings>;

/** A binding, read: what is meant by it is settled from here on. */
export interface Port extends PortIdentity {
  readonly settings: BindingSettings;
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
export function readPort(target: TargetSettings, { installationId, resourceId, settings }: Binding): Port {
  const what = `the settings of "${resourceId}" at this target`;
  if (`${installationId}${resourceId}`.includes('\0'))
    throw new TargetFailure('settings_wrong', 'An id holds a NUL character, which PostgreSQL cannot store.');
  return {
    installationId,
    resourceId,
    database: target.database,
    settings: read(bindingSettings, settings, what),
  };
}

function read<S extends z.ZodType>(schema: S, settings: unknown, what: string): z.infer<S> {
  const faults = faultsIn(schema, settings).map(({ path, reason }) => (path ? `${path}: ${reason}` : reason));
  if (faults.length > 0)
    throw new TargetFailure('settings_wrong', `There are faults in ${what}. ${faults.join(' ')}`);
  return schema.parse(settings);
}
