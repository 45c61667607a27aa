// The Entropy API as far as Countersign answers it: names, types and closed lists of words, spelled here a second time and
// on purpose without anything of the program. Further members are allowed, because existing clients ignore them; a
// member that is there has to have the right type, and a word outside a closed list breaks a Java client.
import { z } from 'zod';

const text = z.string();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const instant = z.iso.datetime({ offset: true });
const uri = z.string().refine((value) => URL.canParse(value), 'a URI');
const strings = z.record(text, text);

const provisioning = z.looseObject({
  status: z.enum([
    'provisioning',
    'provisioned',
    'provisioning-failed',
    'deprovisioning',
    'deprovisioned',
    'deprovisioning-failed',
  ]),
  platform: text.optional(),
  executor: text.optional(),
  reference: text.optional(),
  diagnostics: text.optional(),
  note: text.optional(),
  provisioningStartedAt: instant.optional(),
  provisionedAt: instant.optional(),
  deprovisioningStartedAt: instant.optional(),
  deprovisionedAt: instant.optional(),
  failedAt: instant.optional(),
  customProperties: z.array(z.looseObject({ property: text, value: text })).optional(),
  links: strings.optional(),
});

/** One of three, and nothing of the other two: what is not used is left out (the sentinel "unknown" confuses clients). */
const consumer = z.union([
  z.looseObject({ dataProductId: text, teamId: text, userId: z.never().optional() }),
  z.looseObject({ teamId: text, dataProductId: z.never().optional(), userId: z.never().optional() }),
  z.looseObject({ userId: text, dataProductId: z.never().optional(), teamId: z.never().optional() }),
]);

const access = z.looseObject({
  dataUsageAgreementSpecification: z.literal('0.0.1'),
  id: text,
  info: z.looseObject({
    purpose: text,
    individualAgreements: text.optional(),
    status: z.enum(['requested', 'approved', 'rejected']),
    active: z.boolean(),
    startDate: day.optional(),
    endDate: day.optional(),
    nextReassessmentDate: day.optional(),
  }),
  provider: z.looseObject({
    dataProductId: text,
    outputPortId: text,
    teamId: text,
    dataContractId: text.optional(),
    dataContractVersion: text.optional(),
  }),
  roles: z.array(text),
  consumer,
  provisioning: provisioning.optional(),
  tags: z.array(text),
  links: strings,
  custom: strings,
});

const team = z.looseObject({
  id: text,
  name: text,
  type: z.enum(['Domain', 'Team', 'Domain Team', 'Enabling Team', 'Platform Team', 'Governance Group']),
  parent: text.optional(),
  description: text.optional(),
  members: z.array(z.looseObject({ emailAddress: text, role: text })).optional(),
  tags: z.array(text).optional(),
  links: strings.optional(),
  custom: strings.optional(),
});

const connector = z.looseObject({
  id: text,
  info: z.looseObject({ type: text, description: text.optional(), connectorVersion: text.optional() }),
  state: z.record(text, z.unknown()).optional(),
  custom: z.record(text, z.unknown()).optional(),
});

const settings = z.looseObject({ vanityUrl: text, host: text, fullName: text, logoUrl: text });

const events = [
  ...['DataProduct', 'DataContract', 'Team'].flatMap((noun) =>
    ['Created', 'Updated', 'Deleted'].map((verb) => `${noun}${verb}`),
  ),
  ...['Created', 'Updated', 'Deleted'].map((verb) => `OutputPort${verb}`),
  ...[
    'Created',
    'Updated',
    'Deleted',
    'Requested',
    'Approved',
    'Rejected',
    'Activated',
    'Deactivated',
    'Canceled',
  ].map((verb) => `Access${verb}`),
  ...[
    'ProvisioningStarted',
    'Provisioned',
    'ProvisioningFailed',
    'DeprovisioningStarted',
    'Deprovisioned',
    'DeprovisioningFailed',
  ].map((verb) => `Access${verb}`),
];

const event = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  type: z.enum(events.map((name) => `com.datamesh-manager.events.${name}Event`)),
  source: uri,
  subject: text,
  time: instant,
  datacontenttype: z.literal('application/json'),
  dataschema: uri,
  principal: z.string().regex(/^(user:.+|api-key:.+|system|anonymous)$/),
  data: z.looseObject({ id: text, timestamp: instant }),
});

const problem = z.looseObject({
  type: text,
  title: text,
  status: z.int(),
  detail: text,
  instance: text,
  violations: z.array(z.looseObject({ field: text, message: text })).optional(),
});

/** Shapes by name, as the description of that API names them. */
export const entropyApi = { access, provisioning, team, connector, settings, event, problem };

/** Fails with every place where an answer is not what clients of that API expect. */
export function agrees(shape: keyof typeof entropyApi, answer: unknown): void {
  const { error } = entropyApi[shape].safeParse(answer);
  if (error) throw new Error(`${shape}: ${z.prettifyError(error)}`);
}
