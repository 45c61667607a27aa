// Shapes of the mesh and of what is upstream and downstream of a product.
import { z } from 'zod';

const text = z.string();

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
