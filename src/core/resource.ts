// What access can be asked for: an output port of a data product, an API, an event type, an action of a workflow.
// All four are the same thing to the rules: one owner team, one approval policy, the roles or scopes it offers.
import type { ResourceId, TeamId } from './ids.ts';

export type ResourceKind = 'output-port' | 'api' | 'event' | 'action';

export const resourceKinds = [
  'output-port',
  'api',
  'event',
  'action',
] as const satisfies readonly ResourceKind[];

export interface Resource {
  readonly id: ResourceId;
  readonly kind: ResourceKind;
  readonly owner: TeamId;
  readonly name: string;
  /** Roles or scopes that may be asked for. Empty: the resource names none, and any label is kept. */
  readonly offers: readonly string[];
  /** True once the resource is gone: nothing more can be asked, and what stands is ended by the system. */
  readonly gone: boolean;
}

/** The id of an output port: product ids contain no slash, so the pair cannot be confused with another one. */
export function outputPortId(dataProductId: string, portId: string): ResourceId {
  return `${dataProductId}/${portId}` as ResourceId;
}

/** The two halves of an output port's id. */
export function splitOutputPortId(id: ResourceId): { dataProductId: string; outputPortId: string } {
  const slash = id.indexOf('/');
  return { dataProductId: id.slice(0, slash), outputPortId: id.slice(slash + 1) };
}
