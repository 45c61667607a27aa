// What a policy, as it holds or as it would be, means: the server's sentences with what is new and what is gone marked,
// who would decide right now, what has to happen first, and what becomes of the requests that wait.
import { Alert, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { NamedPerson, Policy, Schemas } from '../api/client.ts';
import { paths } from '../paths.ts';
import { Icon } from '../ui/icon.tsx';
import { policyWords } from '../words/policy.ts';
import { consumerName, listed, personName, type Telling } from '../words/telling.ts';
import { useWordsOf } from '../words/words.tsx';
import { Link } from './links.tsx';
import { useTelling } from './use-telling.ts';

type Preview = Schemas['PolicyPreview'];
type Prospect = Pick<Policy, 'strategy' | 'whoWouldDecide' | 'warning'>;

/** @param before the sentences that hold now. */
export function PolicyOutlook({ preview, before }: { preview: Preview; before: readonly string[] }) {
  const texts = useWordsOf(policyWords);
  return (
    <Stack gap="md">
      <Sentences before={before} after={preview.sentences} />
      <WouldDecide prospect={preview} />
      {preview.loosens.length > 0 && (
        <Note>
          <strong>{texts.loosens(preview.loosens.map(texts.loosened).join(', '))}</strong>{' '}
          {preview.outcome === 'proposed' && texts.second}
        </Note>
      )}
      <Waiting waiting={preview.waiting} />
    </Stack>
  );
}

/** Plain sentences; what is gone stands in its place, struck out. */
export function Sentences({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  const gone = before.filter((sentence) => !after.includes(sentence));
  return (
    <ul className="plain-list">
      {gone.map((sentence) => (
        <li key={`gone ${sentence}`}>
          <del>{sentence}</del>
        </li>
      ))}
      {after.map((sentence) => (
        <li key={sentence}>{before.includes(sentence) ? sentence : <ins>{sentence}</ins>}</li>
      ))}
    </ul>
  );
}

export function WouldDecide({ prospect: { strategy, whoWouldDecide, warning } }: { prospect: Prospect }) {
  const telling = useTelling();
  const texts = useWordsOf(policyWords);
  const { people, needed, system } = whoWouldDecide;
  return (
    <>
      <div>
        <Text size="sm" c="dimmed">
          {strategy === 'Auto' ? texts.afterAll : texts.wouldDecide}
        </Text>
        <div>{system === null ? whoOf(people, needed, telling) : texts.system(system)}</div>
      </div>
      {warning !== null && <Note>{warning}</Note>}
    </>
  );
}

function Waiting({ waiting: { requests, more } }: { waiting: Preview['waiting'] }) {
  const texts = useWordsOf(policyWords);
  const { words } = useTelling();
  const changed = requests.filter(({ effect }) => effect !== 'none');
  const same = requests.length - changed.length;
  return (
    <div>
      <Text size="sm" c="dimmed">
        {texts.waiting}
      </Text>
      {requests.length === 0 && <div>{texts.nothingWaits}</div>}
      {changed.length > 0 && (
        <ul className="plain-list">
          {changed.map((request) => (
            <li key={request.access}>
              <Link to={paths.access(request.access)}>{consumerName(request, words)}</Link>:{' '}
              <Effect request={request} />
            </li>
          ))}
        </ul>
      )}
      {same > 0 && <div>{texts.stay(same)}</div>}
      {more && <div>{texts.more}</div>}
    </div>
  );
}

function Effect({ request: { effect, awaiting } }: { request: Preview['waiting']['requests'][number] }) {
  const telling = useTelling();
  const texts = useWordsOf(policyWords);
  const { system = null, people = [], missing = 1 } = awaiting ?? {};
  return texts.effects[effect]?.(system === null ? whoOf(people, missing, telling) : texts.system(system));
}

/** `one of Bob or Carol`; all of them where no more than that are there. */
function whoOf(people: readonly NamedPerson[], needed: number, telling: Telling): string {
  const { oneOf, twoOf } = telling.words.access;
  const names = people.map(personName).toSorted();
  if (needed >= names.length) return listed(names, telling, 'and');
  return needed === 1 ? oneOf(listed(names, telling, 'or')) : twoOf(listed(names, telling, 'and'));
}

function Note({ children }: { children: ReactNode }) {
  return (
    <Alert color="yellow" variant="outline" icon={<Icon name="warn" />}>
      {children}
    </Alert>
  );
}
