// Reads a data product of either format. Unknown fields are no fault, since both standards grow and every installation
// has its own; a wrong type in a field that is read is one, and all of them are told at once. Nothing is looked up: whether
// the owner team or a contract exists is for the use case that keeps the product.
import type { DataProduct } from './data-product.ts';
import { dps, isDps } from './dps.ts';
import { fault, isFaults, mostFaults, type Fault } from './fault.ts';
import { isOdps, odps } from './odps.ts';
import { portIdFaults } from './port-ids.ts';
import { isObject, readShape } from './shape.ts';

/** A product, or everything that is wrong with it. Never throws, whatever it is given. */
export function readDataProduct(body: unknown): DataProduct | readonly Fault[] {
  if (!isObject(body)) return [fault([], 'has to be an object')];
  if (!isOdps(body) && !isDps(body))
    return [
      fault(['kind'], 'has to be "DataProduct" (ODPS), or dataProductSpecification has to be "0.0.1" (DPS)'),
    ];
  const product = isOdps(body) ? readShape(odps, body) : readShape(dps, body);
  const faults = [...(isFaults(product) ? product : []), ...portIdFaults(body['outputPorts'])];
  return isFaults(product) || faults.length > 0
    ? faults.slice(0, mostFaults)
    : { ...product, document: body };
}
