// What an entry of the log is about, as a link where there is a page for it. An agreement is called by where it leads and
// for whom it is, because its id says nothing to people.
import type { LogEntry } from '../api/client.ts';
import { paths } from '../paths.ts';
import { logWords, type LogWords } from '../words/log.ts';
import { named } from '../words/named.ts';
import { useWords, useWordsOf, type Words } from '../words/words.tsx';
import { Link } from './links.tsx';

export function LogSubject({ entry }: { entry: LogEntry }) {
  const words = useWords();
  const texts = useWordsOf(logWords);
  const to = pageOf(entry);
  const name = subjectName(entry, words, texts);
  return to === null ? <bdi>{name}</bdi> : <Link to={to}>{<bdi>{name}</bdi>}</Link>;
}

export function subjectName(entry: LogEntry, words: Words, texts: LogWords): string {
  const { type, subject, access, person } = entry;
  if (access) return texts.accessFor(access.resource, consumerIn(access.consumer, words));
  if (person) return person.name ?? person.email;
  const noun = nounOf(type);
  const { resource } = (entry['data'] ?? {}) as { resource?: unknown };
  if (noun === 'provisioning' && typeof resource === 'string') return resource;
  return texts.about[noun]?.(subject) ?? subject;
}

function consumerIn({ kind, id, name }: NonNullable<LogEntry['access']>['consumer'], words: Words): string {
  const { people } = words;
  switch (kind) {
    case 'team':
      return people.team(id);
    case 'data-product':
      return people.product(id);
    case 'application':
      return people.application(id);
    default:
      return named(name ?? id);
  }
}

/** Null where the app has no page for such a thing. */
function pageOf({ type, subject }: LogEntry): string | null {
  return pages[nounOf(type)]?.(subject) ?? null;
}

const pages: Readonly<Record<string, (id: string) => string>> = {
  access: paths.access,
  request: paths.access,
  provisioning: paths.access,
  resource: paths.resource,
  outputport: paths.resource,
  policy: paths.policy,
  dataproduct: paths.dataProduct,
  datacontract: paths.dataContract,
  application: paths.application,
  team: paths.team,
  target: paths.target,
  targets: paths.targets,
  key: paths.keys,
  person: paths.members,
  organization: paths.settings,
  identity_provider: paths.identityProvider,
};

function nounOf(type: string): string {
  return type.split('.')[0]!;
}
