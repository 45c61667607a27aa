// The Data Product Specification 0.0.1, the format before ODPS, still published by many pipelines. Its owner is
// `info.owner`, the facts about a port are fields of the port, and free fields are a map. Documents without the field
// `dataProductSpecification` are older still and are known by their `info`.
import { z } from 'zod';
import { customMap } from './custom.ts';
import type { DataProduct } from './data-product.ts';
import { named, outputPort } from './output-port.ts';
import { idText, isObject, list, maybe, nameText, part, text, type JsonObject } from './shape.ts';

/** A product of the specification, all but the document. */
export const dps = z
  .object({
    dataProductSpecification: maybe(z.literal('0.0.1')),
    id: idText,
    info: part(
      z.object({
        title: maybe(nameText),
        owner: idText,
        domain: maybe(text),
        status: maybe(text),
        archetype: maybe(text),
        description: maybe(text),
      }),
    ),
    tags: list(text),
    outputPorts: list(outputPort),
    inputPorts: list(
      z.object({
        id: maybe(text),
        name: maybe(text),
        description: maybe(text),
        sourceSystemId: maybe(text),
        dataContractId: maybe(text),
      }),
    ),
    custom: customMap,
  })
  .transform(({ id, info, tags, outputPorts, inputPorts, custom }): Omit<DataProduct, 'document'> => ({
    format: 'dps',
    id,
    name: info.title ?? id,
    owner: info.owner,
    domain: info.domain,
    status: info.status,
    archetype: info.archetype,
    description: info.description,
    tags,
    ports: outputPorts,
    inputPorts: inputPorts.map(({ description, dataContractId, sourceSystemId, ...port }) => ({
      ...named(port),
      description,
      contractId: dataContractId,
      sourceSystemId,
    })),
    custom,
  }));

export function isDps(document: JsonObject): boolean {
  if ('dataProductSpecification' in document) return true;
  return isObject(document['info']) && !('dataContractSpecification' in document);
}
