// Shapes of the catalog's bodies and answers, for the API reference and for the tests that hold real answers against
// them. Bodies are documented by these shapes and judged by the readers of documents, which know every format and can
// name every fault with its place; so a body is taken as any object here.
import { z } from 'zod';
import { action } from './answers.ts';

const text = z.string();
const texts = z.record(text, text);
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
    zones: z.array(z.object({ name: text, visibility: z.enum(['World', 'Enterprise']) })),
    apiCategories: z.array(
      z.object({
        label: text,
        active: z.boolean(),
        teamCategories: z.array(text),
        teams: z.array(text),
        groupPrefix: z.boolean(),
      }),
    ),
    actions: z.object({ change: action }),
  })
  .meta({ id: 'OrganizationSettings' });

export const featuresAnswer = z.looseObject({}).meta({ id: 'OrganizationFeatures' });
