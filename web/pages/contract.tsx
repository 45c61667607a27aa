// One data contract: whose it is and which version, the terms that whoever asks accepts, the output ports that name it, and
// its document as YAML.
import { Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { contractQuery, contractYamlQuery } from '../api/contracts.ts';
import { useLiveSubject } from '../api/live.tsx';
import { TermsFacts } from '../components/contract-terms.tsx';
import { Link } from '../components/links.tsx';
import { PortList } from '../components/port-list.tsx';
import { StoredDocument } from '../components/stored-document.tsx';
import { paths } from '../paths.ts';
import { Page } from '../ui/page.tsx';
import { Facts, Panel, Said } from '../ui/panel.tsx';
import { contractTermsWords } from '../words/contract-terms.ts';
import { contractWords } from '../words/contract.ts';
import { productWords } from '../words/product.ts';
import { useWords, useWordsOf } from '../words/words.tsx';

export function ContractPage() {
  const { id } = useParams({ from: '/inside/datacontracts/$id' });
  const words = useWords();
  const texts = useWordsOf(contractWords);
  const facts = useWordsOf(productWords);
  const termsTexts = useWordsOf(contractTermsWords);
  const { data: contract } = useSuspenseQuery(contractQuery(id));
  useLiveSubject(id);
  const { owner, description, status, tags, version, terms } = contract;
  return (
    <Page
      title={contract.name}
      kicker={
        <Text component="span" size="sm" c="dimmed">
          {texts.kind}{' '}
          <Link to={paths.team(owner.id)} c="dimmed">
            {words.access.ownedBy(owner.name)}
          </Link>
        </Text>
      }
      // What the terms say already is not said twice.
      lead={description && description !== terms?.purpose && <Said text={description} />}
    >
      <div className="columns">
        <div>
          <Panel title={termsTexts.title}>
            {terms ? <TermsFacts terms={terms} /> : <Text c="dimmed">{texts.noTerms}</Text>}
          </Panel>
          <Panel title={texts.ports}>
            <PortList of={{ dataContractId: id }} none={texts.noPorts} />
          </Panel>
          <StoredDocument query={contractYamlQuery(id)} />
        </div>
        <div>
          <Panel title={facts.what}>
            <Facts
              facts={[
                [facts.owner, <Link to={paths.team(owner.id)}>{owner.name}</Link>],
                [facts.id, <bdi>{id}</bdi>],
                [texts.version, version && <bdi>{version}</bdi>],
                [facts.status, status && <bdi>{status}</bdi>],
                [facts.tags, tags.length > 0 && <bdi>{tags.map((tag) => `#${tag}`).join(' ')}</bdi>],
              ]}
            />
          </Panel>
        </div>
      </div>
    </Page>
  );
}
