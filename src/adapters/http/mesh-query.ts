// What questions about the mesh have in common: a thing in it, named by kind and id, and how its agreements have to stand.
import { z } from 'zod';
import {
  meshStates,
  type MeshNode,
  type MeshState,
  type MeshView,
  type NodeRef,
} from '../../app/mesh-reads.ts';
import type { Instant } from '../../core/time.ts';
import { severalOf } from './catalog-deps.ts';

/** `team:checkout`: a thing of one of these kinds. */
export const nodeRef = (...kinds: readonly MeshNode['kind'][]) =>
  z
    .string()
    .max(600)
    .regex(new RegExp(`^(${kinds.join('|')}):.`), {
      error: `It is a kind and an id, such as "${kinds[0]}:checkout".`,
    })
    .meta({ description: `A kind and an id, such as \`${kinds[0]}:checkout\`. Kinds: ${kinds.join(', ')}.` });

export function refFrom(text: string): NodeRef {
  const colon = text.indexOf(':');
  return { kind: text.slice(0, colon) as MeshNode['kind'], id: text.slice(colon + 1) };
}

export const statesOf = severalOf(z.enum(meshStates)).meta({
  description:
    'How agreements stand: `granted`, `suspended`, or `waiting`, which means asked for while nothing is granted. May be repeated; without it those that are granted or suspended.',
});

export function viewOf({ state }: { state?: MeshState[] | undefined }, now: Instant): MeshView {
  return { states: state && state.length > 0 ? state : ['granted', 'suspended'], now };
}
