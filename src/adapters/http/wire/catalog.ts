// Shapes of the catalog's bodies and answers, for the API reference and for the tests that hold real answers against
// them. Bodies are documented by these shapes and judged by the readers of documents, which know every format and can
// name every fault with its place; so a body is taken as any object here.
import { z } from 'zod';
import { action, awaiting, consumer } from './answers.ts';
import { targetStates } from '../../../core/target-health.ts';

const text = z.string();
const texts = z.record(text, text);
const instant = z.iso.datetime();
const object = z.looseObject({});

/** A body that is documented by a shape and judged further in. */
export function documentedBy({ shape }: z.ZodObject) {
  // Made anew without its id: a shape with one would only be pointed to, at a place that is in no document of ours.
  const { $schema: _, ...documented } = z.toJSONSchema(z.looseObject(shape), {
    io: 'input',
    unrepresentable: 'any',
  });
  return z.looseObject({}).meta({ ...documented, additionalProperties: {} });
}

export const teamAnswer = z
  .looseObject({
    id: text,
    name: text,
    type: z.enum([
      'Domain',
      'Team',
      'Domain Team',
      'Enabling Team',
      'Platform Team',
      'Governance Group',
      'Organizational Unit',
    ]),
    parent: text.optional(),
    description: text.optional(),
    members: z
      .array(z.looseObject({ emailAddress: text, role: text }))
      .optional()
      .meta({
        description: 'Owner, Approver and Member mean something to decisions; other words act as Member.',
      }),
    membersByGroup: z
      .array(z.looseObject({ emailAddress: text, role: text }))
      .optional()
      .meta({ description: 'Whom groups of the identity provider put here; read only.' }),
    tags: z.array(text).optional(),
    links: texts.optional(),
    custom: texts.optional(),
  })
  .meta({ id: 'Team' });

const dataProductAnswer = z
  .looseObject({ id: text })
  .meta({ id: 'DataProduct', description: 'ODPS 1.x or DPS 0.0.1, as it was published.' });

/** No field is named, because naming one would change the order of what is given back. */
export const dataProductBody = z.looseObject({}).meta({
  description: 'A data product in ODPS (`kind: DataProduct`) or DPS (`dataProductSpecification: 0.0.1`).',
});

const dataContractAnswer = z
  .looseObject({ id: text })
  .meta({ id: 'DataContract', description: 'ODCS 3.x or DCS, as it was published.' });

export const dataContractBody = z.looseObject({}).meta({
  description: 'A data contract in ODCS (`kind: DataContract`) or DCS (`dataContractSpecification`).',
});

export const publishedAnswers = { dataproducts: dataProductAnswer, datacontracts: dataContractAnswer };

const applicationFields = {
  id: text,
  team: text.meta({ description: 'The id of the team that owns it and asks for it.' }),
  name: text,
  description: text.optional(),
  tags: z.array(text),
  custom: object
    .optional()
    .meta({ description: 'Free fields; a target looks into them for the name that it has there.' }),
};

export const applicationAnswer = z.looseObject(applicationFields).meta({ id: 'Application' });

export const applicationBody = documentedBy(
  z.looseObject({ ...applicationFields, id: text.optional(), tags: z.array(text).optional() }),
);

export const connectorAnswer = z
  .looseObject({
    id: text,
    info: z.looseObject({ type: text, description: text.optional(), connectorVersion: text.optional() }),
    state: object
      .optional()
      .meta({ description: 'Whatever the connector keeps here, given back as it was sent.' }),
    custom: object.optional(),
  })
  .meta({ id: 'Connector' });

const kind = z.enum(['output-port', 'api', 'event', 'action']);
const strategy = z.enum(['Auto', 'Simple', 'FourEyes', 'External']);

const bound = z.looseObject({
  id: text.meta({ description: 'The target.' }),
  binding: object.meta({
    description: 'What the resource is there, in the words of the target’s connector.',
  }),
});

export const resourceAnswer = z
  .looseObject({
    id: text.meta({
      description: 'Of an output port: `dataproduct/port`; percent-encode the slash in addresses.',
    }),
    type: kind,
    name: text,
    owner: text.meta({ description: 'The id of the owner team.' }),
    description: text.optional(),
    offers: z.array(text).meta({ description: 'Roles or scopes that may be asked for; empty: any.' }),
    visibility: text.optional(),
    tags: z.array(text),
    dataProductId: text.optional(),
    outputPortId: text.optional(),
    dataContractId: text.optional(),
    dataContractVersion: text.optional(),
    strategy,
    target: bound.extend({ followsDocument: z.boolean() }).optional().meta({
      description: 'Where access becomes real. Absent: other people’s connectors do that, or nobody.',
    }),
    targetWanted: z
      .looseObject({ id: text.optional(), binding: object.optional(), reason: text })
      .optional()
      .meta({ description: 'What the documents say about a target and why it does not hold.' }),
  })
  .meta({ id: 'Resource' });

export const resourceBody = z.looseObject({
  id: text.optional(),
  type: kind.optional(),
  name: z.string().trim().min(1).max(500).optional(),
  owner: text.optional().meta({ description: 'The id of the owner team.' }),
  description: z.string().max(10_000).nullish(),
  offers: z.array(z.string().trim().min(1).max(500)).max(1000).optional(),
  visibility: z.enum(['WORLD', 'ENTERPRISE', 'ZONE']).nullish(),
  tags: z.array(z.string().max(500)).max(1000).optional(),
  target: z
    .looseObject({ id: text.optional(), binding: object.optional(), followsDocument: z.boolean().optional() })
    .nullish()
    .meta({
      description:
        'Absent leaves it; null unbinds; `{"followsDocument": true}` lets an output port follow its documents again.',
    }),
});

const approvers = z.looseObject({
  people: z.array(text).optional().meta({ description: 'By e-mail address.' }),
  teams: z.array(text).optional(),
});
const duration = text.meta({ description: 'Such as 8h, 90d, 2w or PT8H.' });

const setter = z
  .looseObject({ type: text, id: text, email: text.optional(), name: text.optional(), team: text.optional() })
  .nullable();

const policyFields = {
  strategy,
  ownTeam: z.enum(['auto', 'ask']),
  approvers: approvers.nullable(),
  fallback: approvers.nullable(),
  durations: z.array(duration).nullable(),
  defaultDuration: duration.meta({ description: 'A duration, or `none`.' }),
  maximumDuration: duration.nullable(),
  deadline: duration,
  external: z.looseObject({ key: text, name: text, url: text.nullish() }).nullable(),
  purposeByPerson: z.boolean(),
  endSessions: z.boolean(),
  inBrowser: z.boolean(),
  signIn: z
    .looseObject({ acr: z.array(text).nullish(), maxAge: duration.nullish() })
    .nullable()
    .meta({
      description: 'How whoever decides has to have signed in: one of these `acr`, this long ago at most.',
    }),
  followsDocument: z.boolean(),
};

const trusted = z.array(text).meta({ description: 'Teams whose requests are granted at once.' });

export const policyShape = z.looseObject(policyFields).extend({ trusted }).partial();

const proposal = z.looseObject({
  by: setter,
  at: instant,
  loosens: z.array(text),
  sentences: z.array(text).meta({ description: 'The policy as it would be, in plain words.' }),
  policy: z.looseObject(policyFields).extend({ trusted }),
});

/** What a policy means now, whether it holds or is only a draft. */
const prospect = {
  sentences: z.array(text).meta({ description: 'The policy in plain words.' }),
  whoWouldDecide: z.looseObject({
    people: z.array(z.looseObject({ person: text, email: text.optional(), name: text.optional() })),
    needed: z.number().int(),
    system: text.nullable(),
  }),
  warning: text.nullable().meta({ description: 'Said where nobody, or too few, could decide.' }),
};

export const policyPreviewAnswer = z
  .object({
    version: z.number().int().meta({ description: 'Of the policy that it was held against.' }),
    outcome: z.enum(['unchanged', 'changed', 'proposed']).meta({
      description: '`proposed`: it loosens a FourEyes policy and would wait for a second owner.',
    }),
    loosens: z.array(text),
    strategy,
    ...prospect,
    waiting: z.object({
      requests: z
        .array(
          z.object({
            access: text,
            consumer,
            effect: z.enum(['granted', 'undecidable', 'allow-void', 'others-decide', 'none']).meta({
              description:
                '`granted`: at once, by the system. `undecidable`: fewer may decide it than have to. `allow-void`: a first yes would count no more. `others-decide`: other people, or more or fewer of them.',
            }),
            awaiting: awaiting.optional().meta({ description: 'Who would have to act next.' }),
          }),
        )
        .meta({ description: 'Requests that wait, the longest waiting first.' }),
      more: z.boolean().meta({ description: 'More wait than were looked at.' }),
    }),
  })
  .meta({ id: 'PolicyPreview' });

export const policyAnswer = z
  .looseObject({
    resource: text,
    version: z.number().int(),
    ...policyFields,
    trusted,
    strategySetBy: setter,
    trustedSetBy: z.record(text, setter),
    ...prospect,
    proposal: proposal.nullable().meta({ description: 'A loosening that waits for a second owner.' }),
    actions: z.record(text, action).meta({
      description:
        'What the caller may do: `change` it, and where something is proposed `confirm` or `withdraw` that.',
    }),
  })
  .meta({ id: 'Policy' });

export const proposedAnswer = z
  .looseObject({ status: z.literal('proposed'), detail: text, loosens: z.array(text), proposal })
  .meta({ id: 'ProposedPolicy', description: 'Kept until a second owner sends the same.' });

export const targetBody = z.looseObject({
  id: text.optional(),
  connector: text,
  name: z.string().trim().min(1).max(500).optional(),
  owner: text
    .nullish()
    .meta({ description: 'The team whose owners may bind resources here. Absent: administrators.' }),
  settings: object.default({}),
  secrets: z
    .record(text, z.string().max(65_536))
    .nullish()
    .meta({ description: 'Write-only. Absent leaves what is stored, null forgets it.' }),
});

const targetHealth = z
  .looseObject({
    state: z.enum(targetStates).meta({
      description:
        'The worst that is true: `frozen` until somebody confirms, `alarming` where access could not be taken away or runs failed too often, `failing`, `differing` from what is granted, `drifting` where there are ways in that nobody agreed to, `unseen` before the first run, `unused` where nothing is bound.',
    }),
    resources: z.int(),
    failing: z.int(),
    alarming: z.int(),
    missing: z.int().meta({ description: 'Granted, and not there.' }),
    excess: z.int().meta({ description: 'There, and not granted.' }),
    drift: z.int().meta({ description: 'Ways in that Countersign did not make.' }),
    lastRun: instant.optional(),
    nextRun: instant.optional(),
    failure: z
      .looseObject({ resource: text, failures: z.int(), error: text, nextRun: instant })
      .optional()
      .meta({ description: 'Of the resources whose last run failed, the worst.' }),
  })
  .meta({ id: 'TargetHealth', description: 'By the last run for each resource.' });

export const targetAnswer = z
  .looseObject({
    id: text,
    connector: text,
    name: text,
    owner: text.optional(),
    settings: object,
    hasSecrets: z.boolean(),
    frozen: z.boolean().meta({ description: 'After a restore: only looked at until somebody confirms.' }),
    health: targetHealth,
    actions: z.record(text, action).meta({ description: 'What the caller may do about it, and why not.' }),
  })
  .meta({ id: 'Target' });

const defaultDurations = z.looseObject({
  'output-port': text,
  api: text,
  event: text,
  action: text,
});

export const settingsAnswer = z
  .looseObject({
    vanityUrl: text,
    host: text,
    fullName: text,
    logoUrl: text,
    supportEmailAddress: text.optional(),
    timeZone: text,
    defaultStrategy: z.enum(['Auto', 'Simple', 'FourEyes']),
    organizationKeysDecide: z.boolean(),
    defaultDurations: defaultDurations.meta({ description: 'By kind of resource: a duration, or `none`.' }),
    actions: z.object({ change: action }),
  })
  .meta({ id: 'OrganizationSettings' });

export const featuresAnswer = z.looseObject({}).meta({ id: 'OrganizationFeatures' });

const nodeRef = z.looseObject({ kind: text, id: text });

export const meshAnswer = z
  .looseObject({
    nodes: z.array(
      z.looseObject({
        kind: text,
        id: text,
        name: text.optional(),
        team: text.optional().meta({ description: 'To which it belongs.' }),
        parent: text.optional().meta({ description: 'Of a team: the one above it.' }),
        products: z.number().int().optional().meta({ description: 'Of a team: how many it owns.' }),
      }),
    ),
    edges: z.array(
      z.looseObject({
        provider: nodeRef,
        consumer: nodeRef,
        agreements: z.number().int(),
        suspended: z.number().int(),
        waiting: z.number().int().meta({ description: 'Asked for, while nothing is granted.' }),
        accessId: text.optional(),
        outputPortId: text.optional(),
      }),
    ),
    truncated: z.boolean().meta({ description: 'There is more than is shown.' }),
  })
  .meta({ id: 'Mesh' });

const lineageEdge = z.looseObject({
  accessId: text,
  provider: text,
  outputPortId: text,
  consumer: text,
  suspended: z.boolean(),
  dataContractId: text.optional(),
  distance: z.number().int(),
});

export const lineageAnswer = z
  .looseObject({
    dataProductId: text,
    products: z.array(z.looseObject({ id: text, name: text, teamId: text, distance: z.number().int() })),
    upstream: z.array(lineageEdge),
    downstream: z.array(lineageEdge),
    inputPorts: z.array(
      z.looseObject({ origin: z.enum(['access', 'document']), id: text, dataProductId: text.optional() }),
    ),
    truncated: z.boolean(),
  })
  .meta({ id: 'Lineage' });
