// What the API says about the mesh, in its own words: things, what is between them, and how that stands.
import type { components } from '../../client/api.gen.ts';

export type Mesh = components['schemas']['Mesh'];
export type MeshNode = Mesh['nodes'][number];
export type MeshEdge = Mesh['edges'][number];

export const meshStates = ['granted', 'suspended', 'waiting'] as const;
export type MeshState = (typeof meshStates)[number];

export type Way = 'upstream' | 'downstream' | 'both';

/** What a thing in the mesh is called in addresses: its kind and its id. */
export type NodeName = string;
