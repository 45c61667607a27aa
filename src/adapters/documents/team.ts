// A team as it is published: its type, its parent in the tree, its people with their roles. Roles are kept in the words
// of the source; what they mean is core/team.ts#roleFrom. People are known by their e-mail address here, because that
// is all the wire has, and each has one role in a team. Types are read in any spelling and written in one, since the clients that read them back refuse
// what is not in their list.
import { z } from 'zod';
import { customMap, type Custom } from './custom.ts';
import { fault, isFaults, type Fault } from './fault.ts';
import {
  filledText,
  idText,
  isObject,
  list,
  maybe,
  readShape,
  repetitions,
  text,
  type JsonObject,
} from './shape.ts';

export const teamTypes = [
  'Domain',
  'Team',
  'Domain Team',
  'Enabling Team',
  'Platform Team',
  'Governance Group',
  'Organizational Unit',
] as const;

export type TeamType = (typeof teamTypes)[number];

export interface TeamMember {
  readonly emailAddress: string;
  /** In the source's words; null when it names none. */
  readonly role: string | null;
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly type: TeamType;
  readonly parent: string | null;
  readonly description: string | null;
  readonly members: readonly TeamMember[];
  readonly tags: readonly string[];
  readonly links: Custom;
  readonly custom: Custom;
  readonly document: JsonObject;
}

/** An e-mail address, as far as it can be judged without sending a mail. */
export const emailAddress = z
  .string()
  .trim()
  .refine((value) => /^[^\s@]+@[^\s@]+$/.test(value) && value.length <= 320, {
    error: 'has to be an e-mail address',
  });

const team = z.object({
  id: idText,
  name: filledText,
  type: z.preprocess(spelling, z.enum(teamTypes)),
  parent: maybe(idText),
  description: maybe(text),
  members: list(z.object({ emailAddress, role: maybe(text) })).superRefine((members, context) => {
    for (const index of repetitions(members.map((member) => member.emailAddress.toLowerCase())))
      context.addIssue({ code: 'custom', path: [index, 'emailAddress'], message: 'is a member already' });
  }),
  tags: list(text),
  links: customMap,
  custom: customMap,
});

/** A team, or everything that is wrong with it. Never throws, whatever it is given. */
export function readTeam(body: unknown): Team | readonly Fault[] {
  if (!isObject(body)) return [fault([], 'has to be an object')];
  // What groups of the identity provider give is shown beside the members and belongs to no document.
  const document = 'membersByGroup' in body ? withoutGroups(body) : body;
  const read = readShape(team, document);
  return isFaults(read) ? read : { ...read, document };
}

function withoutGroups({ membersByGroup: _, ...document }: JsonObject): JsonObject {
  return document;
}

/** Whether a word is the type of a team, in any spelling. */
export function isTeamType(value: unknown): boolean {
  return teamTypes.some((type) => type === spelling(value));
}

function spelling(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const plain = value.trim().replace(/\s+/g, ' ').toLowerCase();
  return teamTypes.find((type) => type.toLowerCase() === plain) ?? value;
}
