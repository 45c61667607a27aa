// How each kind of document is sent and compared. Both sides are brought into one form before they are compared: what
// the server adds, fills in or may not show takes no part, and neither does the order of members. The table is also
// the order in which kinds are applied, because later ones refer to earlier ones. A binding is a part of a Target's
// file that is sent to its resource, when both are there.
import { readAccess } from '../../src/adapters/documents/access-document.ts';
import { readApplication } from '../../src/adapters/documents/application.ts';
import type { DocumentKind } from '../../src/adapters/documents/document-kind.ts';
import { isFaults } from '../../src/adapters/documents/fault.ts';
import { readTeam } from '../../src/adapters/documents/team.ts';
import { initialRules } from '../../src/core/identity-provider.ts';
import type { ResourceId } from '../../src/core/ids.ts';
import { defaultPolicy } from '../../src/core/policy.ts';
import { formatDuration, parseDuration } from '../../src/core/time.ts';

export type Json = Readonly<Record<string, unknown>>;

export type AppliedKind = DocumentKind | 'Binding';

export interface KindOfDocument {
  /** Where it is read and written. */
  readonly path: (subject: string) => string;
  /** What is sent, from the document as it stands in the file. */
  readonly body: (raw: Json) => Json;
  /** What is compared: of what would be sent, and of what is there. */
  readonly form: (json: Json, body: Json) => Json;
}

export const kinds: Readonly<Record<AppliedKind, KindOfDocument>> = {
  Team: { path: at('teams'), body: withoutKind, form: teamForm },
  IdentityProvider: { path: () => '/api/identity-provider', body: withoutKind, form: rulesForm },
  Target: {
    path: at('targets'),
    body: targetBody,
    form: ({ secrets: _, ...json }, body) => said(json, body),
  },
  DataContract: { path: at('datacontracts'), body: same, form: same },
  DataProduct: { path: at('dataproducts'), body: same, form: same },
  Application: { path: at('applications'), body: withoutKind, form: applicationForm },
  Resource: { path: at('resources'), body: resourceBody, form: said },
  Binding: { path: at('resources'), body: same, form: ({ target }) => bindingForm(target as Json | null) },
  Policy: { path: at('resources', '/policy'), body: policyBody, form: policyForm },
  Access: { path: at('access'), body: withoutKind, form: accessForm },
};

function at(noun: string, tail = ''): (subject: string) => string {
  return (subject) => `/api/${noun}/${encodeURIComponent(subject)}${tail}`;
}

function same(document: Json): Json {
  return document;
}

function withoutKind({ kind: _, ...rest }: Json): Json {
  return rest;
}

/** The members that would be sent: the server says more, and what is absent here is left as it is there. */
function said(json: Json, body: Json): Json {
  return Object.fromEntries(
    Object.keys(body).flatMap((name) => (name === 'secrets' ? [] : [[name, json[name] ?? null]])),
  );
}

function teamForm({ membersByGroup: _, ...json }: Json): Json {
  const team = readTeam(json);
  if (isFaults(team)) return json;
  const members = team.members.map(({ emailAddress, role }) => ({
    emailAddress: emailAddress.toLowerCase(),
    role: role ?? 'Member',
  }));
  return filled({ ...json, type: team.type, members });
}

function applicationForm(json: Json): Json {
  const application = readApplication(json);
  return isFaults(application) ? json : application.document;
}

function resourceBody({ kind: _, policy: __, ...resource }: Json): Json {
  return resource;
}

function bindingForm(target: Json | null | undefined): Json {
  return { target: target?.['id'] ?? null, binding: target?.['binding'] ?? null };
}

function policyBody({ kind: _, resource: __, ...policy }: Json): Json {
  return policy;
}

const durations = ['durations', 'defaultDuration', 'maximumDuration', 'deadline'];

/**
 * What a policy that says nothing of it means. Strategy and default duration are not among it: they follow the document
 * of the product and the settings of the organization.
 */
const {
  resource: _resource,
  version: _version,
  strategy: _strategy,
  strategySetBy: _setBy,
  defaultDuration: _default,
  ...usual
} = defaultPolicy('' as ResourceId, 'Simple', null);
const silence: Json = { ...usual, deadline: formatDuration(usual.deadline) };

/** `2w` and `14d` are the same, and so are the same teams and people in another order, or none of them and no word. */
function policyForm(json: Json, body: Json): Json {
  const plain = (name: string, value: unknown): unknown => {
    if (durations.includes(name)) return plainDuration(value);
    if (name === 'trusted') return sorted(value);
    if (name === 'signIn' && value !== null) return demanded(value as Json);
    return choices.includes(name) && value !== null ? chosen(value as Json) : value;
  };
  return Object.fromEntries(
    Object.keys({ ...body, ...silence }).map((name) => [
      name,
      plain(name, json[name] ?? silence[name] ?? null),
    ]),
  );
}

function plainDuration(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainDuration);
  const length = typeof value === 'string' ? parseDuration(value) : undefined;
  return length === undefined ? value : formatDuration(length);
}

const choices = ['approvers', 'fallback'];

function chosen({ people, teams }: Json): Json {
  return {
    people: sorted(people)
      .map((each) => each.toLowerCase())
      .sort(),
    teams: sorted(teams),
  };
}

function demanded({ acr, maxAge }: Json): Json {
  return { acr: acr ? sorted(acr) : null, maxAge: plainDuration(maxAge ?? null) };
}

/** Documents were read before, so whatever stands in such a list is a text. */
function sorted(list: unknown): string[] {
  return Array.isArray(list) ? list.map(String).sort() : [];
}

/** What it does not say goes back to the beginning; a group without a role gives membership. */
function rulesForm({ groups, admit, goneAfter }: Json): Json {
  const rules = ((groups ?? []) as Json[]).map((rule) =>
    filled({ ...rule, ...(rule['team'] ? { role: rule['role'] ?? 'Member' } : {}) }),
  );
  return {
    groups: rules,
    admit: admit ? sorted(admit) : null,
    goneAfter: plainDuration(goneAfter ?? formatDuration(initialRules.goneAfter)),
  };
}

function targetBody({ kind: _, bindings: __, secrets: ___, ...target }: Json): Json {
  return target;
}

/** What a client may write of an access; what the server manages takes no part. */
function accessForm(json: Json): Json {
  const read = readAccess(json);
  if (isFaults(read)) return json;
  const { document: _, status: __, provider, roles, ...access } = read;
  const { dataProductId, outputPortId } = provider;
  return filled({ ...access, provider: { dataProductId, outputPortId }, roles: [...roles].sort() });
}

function filled(object: Json): Json {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== null && value !== undefined),
  );
}
