// What a Rover file exposes and subscribes to, and which of them belong together. Names are compared exactly, and looked
// up by a label in which case and the signs between words make no difference: so two names that only people could tell
// apart stand in each other's way, and the later one is told instead of quietly leading elsewhere. Of several exposures
// of one name the oldest counts. Everything that keeps a subscription waiting is an answer here, with a sentence that
// says what has to happen; what it waits for is looked at again whenever it changes.
import { same, type Sentence } from './sentence.ts';
import type { ResourceId, TeamId } from './ids.ts';
import type { ResourceKind } from './resource.ts';
import type { Instant } from './time.ts';

export type RoverKind = 'api' | 'event' | 'ai';
export type Visibility = 'WORLD' | 'ENTERPRISE' | 'ZONE';

/** Where names have to be distinct: APIs and AI services share the paths of a gateway. */
export type Space = 'path' | 'event';

/** What is exposed or wanted. */
export interface Name {
  readonly kind: RoverKind;
  /** A base path, or an event type. */
  readonly key: string;
}

export function spaceOf(kind: RoverKind): Space {
  return kind === 'event' ? 'event' : 'path';
}

/** The key as it is looked up. */
export function labelOf(key: string): string {
  return key
    .toLowerCase()
    .replaceAll(/[/_ ]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

export function resourceKindOf(kind: RoverKind): ResourceKind {
  return kind === 'event' ? 'event' : 'api';
}

/**
 * The resource that a team's exposure is. The team is part of it, so that what one team has granted never passes to
 * another that exposes the same name later.
 */
export function resourceIdOf(team: TeamId, kind: RoverKind, key: string): ResourceId {
  return `${kind}:${team}:${labelOf(key)}` as ResourceId;
}

/**
 * The team and the name in the id of a Rover file, `<team>--<name>`, which is also the id of its application; undefined
 * when it is no such id. Names never hold two hyphens in a row, teams may.
 */
export function splitRoverId(id: string): { team: TeamId; name: string } | undefined {
  const at = id.lastIndexOf('--');
  return at > 0 && at + 2 < id.length
    ? { team: id.slice(0, at) as TeamId, name: id.slice(at + 2) }
    : undefined;
}

/** Whether a namespace is the team's: its id, or that with one environment before it. */
export function isNamespaceOf(namespace: string, team: string): boolean {
  const environment = namespace.endsWith(`--${team}`) ? namespace.slice(0, -team.length - 2) : null;
  return namespace === team || (environment !== null && environment !== '' && !environment.includes('--'));
}

/** What stands in the way, and what has to happen. */
export interface Blocked {
  readonly reason: BlockedReason;
  readonly sentence: Sentence;
}

export type BlockedReason =
  | 'not-exposed'
  | 'name-differs'
  | 'kind-differs'
  | 'exposed-elsewhere'
  | 'zone-differs'
  | 'zone-unknown'
  | 'zone-not-reached'
  | 'category-not-allowed'
  | 'scope-unknown'
  | 'not-accepted'
  | 'gone';

/** An exposure as matching sees it. */
export interface Exposed extends Name {
  readonly rover: string;
  readonly team: TeamId;
  readonly application: string;
  readonly zone: string;
  readonly visibility: Visibility;
  readonly exposedAt: Instant;
  /** The resource that it is so far; null while it does not count. */
  readonly resource: ResourceId | null;
  /** What can be asked for; empty: anything. */
  readonly scopes: readonly string[];
  /** Of the API; null where no specification says one. */
  readonly category: string | null;
}

/** The zones and categories of the organization. Empty: nobody has said any, and nothing is checked. */
export interface Landscape {
  readonly zones: readonly Zone[];
  readonly categories: readonly Category[];
}

export interface Zone {
  readonly name: string;
  /** `World`: what is only for the enterprise cannot be used from there. */
  readonly visibility: 'World' | 'Enterprise';
}

export interface Category {
  /** As a specification says it in `x-api-category`. */
  readonly label: string;
  readonly active: boolean;
  /** Categories of teams that may provide and use it; empty: any. */
  readonly teamCategories: readonly string[];
  /** Teams that may provide it; empty: any. */
  readonly teams: readonly string[];
  /** Base paths have to begin with the name of the group. */
  readonly groupPrefix: boolean;
}

/**
 * The exposure of a name that counts: the one that does so already, else the oldest. Of two that came at the same moment
 * the one that was first through the door stays, whatever the clocks say.
 */
export function activeOf<T extends { rover: string; exposedAt: Instant; resource: ResourceId | null }>(
  exposures: readonly T[],
): T | undefined {
  const rank = ({ resource }: T) => (resource === null ? 1 : 0);
  return exposures.toSorted(
    (one, other) =>
      rank(one) - rank(other) || one.exposedAt - other.exposedAt || (one.rover < other.rover ? -1 : 1),
  )[0];
}

/** Why an exposure does not count, given the one that does; undefined when it does. */
export function exposureBlocked(mine: Exposed, active: Exposed): Blocked | undefined {
  if (mine.rover === active.rover) return undefined;
  const { team, application, key } = active;
  return key === mine.key
    ? {
        reason: 'exposed-elsewhere',
        sentence: {
          en: `${key} is exposed already by team ${team} with its application ${application}. It takes over when that one goes.`,
          de: `${key} wird schon von Team ${team} mit dessen Anwendung ${application} angeboten. Diese übernimmt, wenn jene geht.`,
        },
      }
    : {
        reason: 'name-differs',
        sentence: {
          en: `It differs from ${key}, which team ${team} exposes, only in case or in the signs between words.`,
          de: `Es unterscheidet sich von ${key}, das Team ${team} anbietet, nur in Groß- und Kleinschreibung oder den Trennzeichen.`,
        },
      };
}

/** What a subscription wants, and from where. */
export interface Wanted extends Name {
  readonly team: TeamId;
  /** Of the team; null where it has none. */
  readonly teamCategory: string | null;
  readonly zone: string;
  readonly scopes: readonly string[];
}

/** Why a subscription cannot be asked for now; undefined when it can. @param active the exposure of its label that counts. */
export function subscriptionBlocked(
  wanted: Wanted,
  active: Exposed | undefined,
  landscape: Landscape,
): Blocked | undefined {
  if (!active) return notExposed(wanted);
  return (
    nameDiffers(wanted, active) ??
    zoneBlocks(wanted, active, landscape) ??
    categoryBlocks(active, wanted.teamCategory, landscape) ??
    scopesBlock(wanted, active)
  );
}

/** Whether a team of this category may provide or use the API. */
export function categoryBlocks(
  { category }: Pick<Exposed, 'category'>,
  teamCategory: string | null,
  { categories }: Landscape,
): Blocked | undefined {
  if (categories.length === 0 || category === null) return undefined;
  const known = categories.find(({ label }) => label.toLowerCase() === category.toLowerCase());
  const isAllowed =
    known?.active === true &&
    (known.teamCategories.length === 0 ||
      (teamCategory !== null && known.teamCategories.includes(teamCategory)));
  if (isAllowed) return undefined;
  return {
    reason: 'category-not-allowed',
    sentence: {
      en: `APIs of the category ${category} are not for teams of the category ${teamCategory ?? '(none)'}.`,
      de: `APIs der Kategorie ${category} sind nicht für Teams der Kategorie ${teamCategory ?? '(keine)'}.`,
    },
  };
}

/** Why a team may not register an API of this category under this name, as a phrase; undefined when it may. */
export function categoryFaultOf(
  { category: said, key }: { readonly category: string | null; readonly key: string },
  { team, category: teamCategory }: { readonly team: string; readonly category: string | null },
  landscape: Landscape,
): string | undefined {
  if (landscape.categories.length === 0) return undefined;
  const category = said ?? 'other';
  const known = landscape.categories.find(({ label }) => label.toLowerCase() === category.toLowerCase());
  if (!known?.active) {
    const offered = landscape.categories.filter(({ active }) => active).map(({ label }) => label);
    return `has to be one of ${offered.join(', ')}, not ${category}`;
  }
  if (known.teams.length > 0 && !known.teams.includes(team))
    return `is ${category}, which team ${team} may not provide`;
  if (categoryBlocks({ category }, teamCategory, landscape))
    return `is ${category}, which teams of the category ${teamCategory ?? '(none)'} may not provide`;
  const group = team.split('--')[0]!;
  return known.groupPrefix && !key.startsWith(`/${group}/`)
    ? `is ${category}, of which base paths begin with /${group}/`
    : undefined;
}

/** Why a zone cannot be; undefined when it is known, or when none is. */
export function zoneBlocked(zone: string, { zones }: Landscape): Blocked | undefined {
  if (zones.length === 0 || zones.some(({ name }) => name === zone)) return undefined;
  const known = zones.map(({ name }) => name).join(', ');
  return {
    reason: 'zone-unknown',
    sentence: {
      en: `There is no zone ${zone}. Zones are ${known}.`,
      de: `Es gibt keine Zone ${zone}. Zonen sind ${known}.`,
    },
  };
}

function notExposed({ kind, key }: Wanted): Blocked {
  const what = inWords[kind];
  return {
    reason: 'not-exposed',
    sentence: {
      en: `Nobody exposes the ${what.en} ${key} yet. Access is asked for as soon as somebody does.`,
      de: `Noch bietet niemand ${what.de} ${key} an. Zugang wird angefragt, sobald es jemand tut.`,
    },
  };
}

function nameDiffers(wanted: Wanted, active: Exposed): Blocked | undefined {
  if (wanted.key !== active.key)
    return {
      reason: 'name-differs',
      sentence: {
        en: `${wanted.key} is not exposed, but ${active.key} is: the two differ only in case or in the signs between words.`,
        de: `${wanted.key} wird nicht angeboten, wohl aber ${active.key}: Beide unterscheiden sich nur in Groß- und Kleinschreibung oder den Trennzeichen.`,
      },
    };
  if (wanted.kind === active.kind) return undefined;
  return {
    reason: 'kind-differs',
    sentence: {
      en: `${active.key} is exposed as ${active.kind}, and not as ${wanted.kind}.`,
      de: `${active.key} wird als ${active.kind} angeboten und nicht als ${wanted.kind}.`,
    },
  };
}

function zoneBlocks(wanted: Wanted, active: Exposed, landscape: Landscape): Blocked | undefined {
  if (active.visibility === 'WORLD') return undefined;
  if (active.visibility === 'ZONE')
    return wanted.zone === active.zone
      ? undefined
      : {
          reason: 'zone-differs',
          sentence: {
            en: `${active.key} can only be used in the zone ${active.zone}; this application is in ${wanted.zone}.`,
            de: `${active.key} ist nur in der Zone ${active.zone} zu nutzen; diese Anwendung ist in ${wanted.zone}.`,
          },
        };
  const zone = landscape.zones.find(({ name }) => name === wanted.zone);
  if (zone?.visibility === 'Enterprise' || landscape.zones.length === 0) return undefined;
  return {
    reason: 'zone-not-reached',
    sentence: {
      en: `${active.key} can only be used in zones of the enterprise, and ${wanted.zone} is none.`,
      de: `${active.key} ist nur in Zonen des Unternehmens zu nutzen, und ${wanted.zone} ist keine.`,
    },
  };
}

function scopesBlock(wanted: Wanted, active: Exposed): Blocked | undefined {
  if (active.scopes.length === 0) return undefined;
  const unknown = wanted.scopes.filter((scope) => !active.scopes.includes(scope));
  if (unknown.length === 0) return undefined;
  const [said, offered] = [same(unknown.join(', ')), same(active.scopes.join(', '))];
  return {
    reason: 'scope-unknown',
    sentence: {
      en: `${active.key} does not offer ${said.en}. Offered: ${offered.en}.`,
      de: `${active.key} bietet ${said.de} nicht an. Angeboten: ${offered.de}.`,
    },
  };
}

const inWords: Record<RoverKind, Sentence> = {
  api: { en: 'API', de: 'die API' },
  event: { en: 'event type', de: 'den Ereignistyp' },
  ai: { en: 'AI service', de: 'den KI-Dienst' },
};
