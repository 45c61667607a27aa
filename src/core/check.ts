// What a check judges: whether a subject may do an action on a resource now. A grant names roles or scopes, and these are
// the actions that it permits, beside `access`, which every grant permits: to reach the resource at all. Whatever is not
// permitted is denied.
//
// A role may say what the question has to say about its parts, as `write?resource.status=active`: it permits `write`
// where the property `status` of the resource is `active`. Whoever asks knows their things; Countersign knows who may.
// Only equality, and all of it has to hold: this is a label that people can read and agree to, and no language of rules.
import type { ConsumerKind } from './consumer.ts';
import type { ResourceKind } from './resource.ts';
import type { Instant } from './time.ts';

/** The action that every grant permits, unless the resource offers a role of that name. */
export const anyAction = 'access';

export interface Question {
  /** Null for a type that means nothing here. */
  readonly subjectKind: ConsumerKind | null;
  readonly subject: string;
  readonly action: string;
  readonly resourceKind: ResourceKind | null;
  readonly resource: string;
  /** What the question says about its parts; what it does not say demands nothing and fulfils nothing. */
  readonly said: Partial<Readonly<Record<Part, Properties>>>;
}

type Part = 'subject' | 'action' | 'resource' | 'context';
type Properties = Readonly<Record<string, unknown>>;

/** Why a check says no. */
export type Denial =
  | 'subject_unknown'
  | 'resource_unknown'
  | 'no_access'
  | 'action_not_granted'
  | 'loading'
  | 'stale';

export const denials: Readonly<Record<Denial, string>> = {
  subject_unknown: 'There is no such subject.',
  resource_unknown: 'There is no such resource.',
  no_access: 'Nothing is granted to this subject on this resource now.',
  action_not_granted: 'What is granted does not include this action.',
  loading: 'This check does not know yet who has access; until it does, everything is denied.',
  stale: 'This check does not know who has access now; until it does, everything is denied.',
};

export type Verdict = Permitted | { readonly decision: false; readonly because: Denial };

export interface Permitted {
  readonly decision: true;
  /** The agreement behind it. */
  readonly access: string;
  readonly until: Instant | null;
  /** What the grant names. */
  readonly roles: readonly string[];
}

/** The roles of a grant, read once. */
export interface Roles {
  readonly named: readonly string[];
  readonly plain: ReadonlySet<string>;
  readonly conditional: readonly Conditional[];
}

interface Conditional {
  readonly action: string;
  readonly demands: readonly { readonly part: Part; readonly name: string; readonly value: string }[];
}

export function readRoles(named: readonly string[]): Roles {
  const conditional = named.map(conditionalFrom);
  return {
    named,
    plain: new Set(named.filter((_, nth) => conditional[nth] === null)),
    conditional: conditional.filter((one) => one !== null),
  };
}

/**
 * Whether a live grant with these roles permits what is asked.
 *
 * @param offersAccess whether the resource has a role that is called `access`, which then has to be granted.
 * @param open the part that is searched for: what a role demands of it is not held against it.
 */
export function permits(
  roles: Roles,
  question: Pick<Question, 'action' | 'said'>,
  offersAccess: boolean,
  open?: Part,
): boolean {
  const { action, said } = question;
  if (roles.plain.has(action) || (action === anyAction && !offersAccess)) return true;
  return roles.conditional.some((one) => one.action === action && isFulfilled(one, said, open));
}

/** The actions that a grant permits, for whoever asks what may be done. */
export function actionsOf(roles: Roles, said: Question['said'], offersAccess: boolean): string[] {
  return [
    ...(offersAccess ? [] : [anyAction]),
    ...roles.plain,
    ...roles.conditional.filter((one) => isFulfilled(one, said, 'action')).map(({ action }) => action),
  ];
}

function isFulfilled({ demands }: Conditional, said: Question['said'], open: Part | undefined): boolean {
  return demands.every(({ part, name, value }) => {
    if (part === open) return true;
    const properties = said[part];
    if (!properties || !Object.hasOwn(properties, name)) return false;
    const is = properties[name];
    return ['string', 'number', 'boolean'].includes(typeof is) && String(is) === value;
  });
}

/** Null for a role without conditions, and for one whose question mark means something else. */
function conditionalFrom(role: string): Conditional | null {
  const mark = role.indexOf('?');
  if (mark < 1) return null;
  const demands = role
    .slice(mark + 1)
    .split('&')
    .map((text) => /^(subject|action|resource|context)\.([^=]+)=(.*)$/.exec(text))
    .map((found) => found && { part: found[1] as Part, name: found[2]!, value: found[3]! });
  const readable = demands.filter((one) => one !== null);
  return readable.length === demands.length ? { action: role.slice(0, mark), demands: readable } : null;
}
