// The terms of the contract under which a resource may be used: what it is meant for, how it may be used, where the limits
// are. Whoever asks accepts exactly these, by their hash, so they are shown where one asks.
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../api/client.ts';
import { termsQuery } from '../api/resources.ts';
import { Facts, Panel, Said } from '../ui/panel.tsx';
import { contractTermsWords } from '../words/contract-terms.ts';
import { useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';

const parts = ['purpose', 'usage', 'limitations', 'billing', 'noticePeriod'] as const;

/** Nothing where there are no terms. @param isAsking whether sending the form accepts them. */
export function ContractTerms({ resource, isAsking }: { resource: string; isAsking?: boolean }) {
  const texts = useWordsOf(contractTermsWords);
  const { data, error, refetch } = useQuery(termsQuery(resource));
  if (error) return <FaultNote error={error} retry={() => void refetch()} />;
  if (!data?.current) return null;
  const { contract, terms } = data.current;
  return (
    <Panel title={texts.title}>
      <Stack gap="sm">
        <TermsFacts terms={terms} />
        {isAsking && (
          <Text size="sm" c="dimmed">
            {texts.accepted([contract.name ?? contract.id, contract.version].join(' ').trim())}
          </Text>
        )}
      </Stack>
    </Panel>
  );
}

/** What a contract says about its use, as far as it says something. */
export function TermsFacts({ terms }: { terms: Schemas['ContractTerms']['terms'] }) {
  const texts = useWordsOf(contractTermsWords);
  return (
    <Facts
      facts={parts.map((part) => {
        const said = terms[part];
        return [texts[part], said && <Said text={said} lines={8} />] as const;
      })}
    />
  );
}
