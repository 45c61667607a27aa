// The Open Data Product Standard (Bitol), v0.9 and v1.x. Its owner is `team.name`. A port of the standard has a name
// and a version but no id; in practice ids occur, and what the standard has no field for travels in
// `customProperties`, at the product as well: its archetype is the custom property `type`.
import { z } from 'zod';
import { customMap, customOf, customProperties, textOf } from './custom.ts';
import type { DataProduct } from './data-product.ts';
import { named, outputPort } from './output-port.ts';
import { idText, list, maybe, nameText, part, text, type JsonObject } from './shape.ts';

/** A product of the standard, all but the document. */
export const odps = z
  .object({
    kind: z.literal('DataProduct'),
    apiVersion: maybe(z.string().regex(/^v?(0\.9|1)(\.|$)/, { error: 'has to be v0.9 or v1' })),
    id: idText,
    name: maybe(nameText),
    status: maybe(text),
    domain: maybe(text),
    description: maybe(
      z.union([text.transform((purpose) => ({ purpose })), z.object({ purpose: maybe(text) })], {
        error: 'has to be an object with a purpose',
      }),
    ),
    tags: list(text),
    team: part(z.object({ name: idText })),
    outputPorts: list(outputPort),
    inputPorts: list(
      z.object({
        id: maybe(text),
        name: maybe(text),
        description: maybe(text),
        contractId: maybe(text),
        customProperties: customProperties([]),
      }),
    ),
    customProperties: customProperties(['type']),
    custom: customMap,
  })
  .transform((product): Omit<DataProduct, 'document'> => ({
    format: 'odps',
    id: product.id,
    name: product.name ?? product.id,
    owner: product.team.name,
    domain: product.domain,
    status: product.status,
    archetype: textOf(product.customProperties.get('type')?.value),
    description: product.description?.purpose ?? null,
    tags: product.tags,
    ports: product.outputPorts,
    inputPorts: product.inputPorts.map((port) => ({
      ...named(port),
      description: port.description,
      contractId: port.contractId,
      sourceSystemId: textOf(port.customProperties.get('sourceSystemId')?.value),
    })),
    custom: { ...product.custom, ...customOf(product.customProperties) },
  }));

export function isOdps(document: JsonObject): boolean {
  return document['kind'] === 'DataProduct' && !('dataProductSpecification' in document);
}
