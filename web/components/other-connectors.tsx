// Connectors that others run: what they say they are, and what they keep here for the next time they start.
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { connectorsQuery, type Connector } from '../api/targets.ts';
import { Panel } from '../ui/panel.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { targetsWords } from '../words/targets.ts';
import { useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';

export function OtherConnectors() {
  const texts = useWordsOf(targetsWords).connectors;
  const { data, error, refetch } = useQuery(connectorsQuery);
  return (
    <Panel title={texts.title}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {texts.lead}
        </Text>
        {error && <FaultNote error={error} retry={() => void refetch()} />}
        {!data && !error && <WaitingRows rows={2} height={40} />}
        {data?.length === 0 && <Text>{texts.none}</Text>}
        {data && data.length > 0 && <ConnectorTable connectors={data} />}
      </Stack>
    </Panel>
  );
}

function ConnectorTable({ connectors }: { connectors: readonly Connector[] }) {
  const texts = useWordsOf(targetsWords).connectors;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{texts.id}</th>
          <th scope="col">{texts.type}</th>
          <th scope="col">{texts.state}</th>
        </tr>
      </thead>
      <tbody>
        {connectors.map(({ id, info, state }) => (
          <tr key={id}>
            <td>
              <Text fw={600}>{id}</Text>
              {info.description && (
                <Text size="sm" c="dimmed">
                  {info.description}
                </Text>
              )}
            </td>
            <td>{[info.type, info.connectorVersion].filter(Boolean).join(' ')}</td>
            <td>
              {Object.entries(state ?? {}).map(([name, value]) => (
                <Text key={name} size="sm" className="anywhere">
                  {name}: <code>{typeof value === 'string' ? value : JSON.stringify(value)}</code>
                </Text>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
