// The terms of the contract under which a request was filed: they stay what they were, whatever has become of the contract,
// and where it says something else by now, that stands below them.
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Access } from '../api/client.ts';
import { filedTermsQuery, termsQuery } from '../api/resources.ts';
import { Note } from '../ui/note.tsx';
import { Panel } from '../ui/panel.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { contractTermsWords } from '../words/contract-terms.ts';
import { useWordsOf } from '../words/words.tsx';
import { TermsFacts } from './contract-terms.tsx';
import { FaultNote } from './fault-note.tsx';

/** Nothing where no terms were kept. */
export function FiledTerms({ access }: { access: Access }) {
  const filed = access.approval.request?.contractTerms;
  if (!filed) return null;
  return <KeptTerms access={access} hash={filed.hash} isAccepted={filed.accepted} />;
}

function KeptTerms({ access, hash, isAccepted }: { access: Access; hash: string; isAccepted: boolean }) {
  const texts = useWordsOf(contractTermsWords);
  const { data: kept, error, refetch } = useQuery(filedTermsQuery(hash));
  const { data: now } = useQuery(termsQuery(access.approval.resource.id));
  const { dataContractVersion } = access.provider;
  const name = kept && [kept.contract.name ?? kept.contract.id, dataContractVersion].join(' ').trim();
  return (
    <Panel title={texts.filedTitle}>
      {error && <FaultNote error={error} retry={() => void refetch()} />}
      {!kept && !error && <WaitingRows rows={1} height={90} />}
      {kept && (
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {isAccepted ? texts.wereAccepted(name!) : texts.notAccepted(name!)}
          </Text>
          <TermsFacts terms={kept.terms} />
          {now && now.current?.hash !== hash && (
            <Note title={texts.changed}>
              {now.current ? <TermsFacts terms={now.current.terms} /> : <div>{texts.noneNow}</div>}
            </Note>
          )}
        </Stack>
      )}
    </Panel>
  );
}
