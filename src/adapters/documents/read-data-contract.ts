// Reads a data contract of either format, as tolerant and as complete about faults as the reader of data products.
import { dcs, isDcs } from './dcs.ts';
import type { DataContract } from './data-contract.ts';
import { fault, isFaults, type Fault } from './fault.ts';
import { idFault } from './id.ts';
import { isOdcs, odcs, odcsOwner } from './odcs.ts';
import { isObject, readShape, type JsonObject } from './shape.ts';

/** A contract, or everything that is wrong with it. Never throws, whatever it is given. */
export function readDataContract(body: unknown): DataContract | readonly Fault[] {
  if (!isObject(body)) return [fault([], 'has to be an object')];
  if (isOdcs(body)) return readOdcs(body);
  if (!isDcs(body))
    return [fault(['kind'], 'has to be "DataContract" (ODCS), or dataContractSpecification has to be there')];
  const contract = readShape(dcs, body);
  return isFaults(contract) ? contract : { ...contract, document: body };
}

function readOdcs(body: JsonObject): DataContract | readonly Fault[] {
  const contract = readShape(odcs, body);
  const owner = odcsOwner(body);
  const reason = owner.id === null ? 'is missing' : idFault(owner.id);
  const faults = [
    ...(isFaults(contract) ? contract : []),
    ...(reason === undefined ? [] : [fault(owner.path, reason)]),
  ];
  if (isFaults(contract) || owner.id === null || faults.length > 0) return faults;
  return { ...contract, owner: owner.id, document: body };
}
