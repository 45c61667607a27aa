// Beside the log: the file with what the filter finds, and how anybody can convince themself that nothing in it was
// changed. The page only says where the chain ends; what proves it is run by whoever has the database.
import { Anchor, Code, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { exportAddress, logHeadQuery, type LogFilter } from '../api/log.ts';
import { Facts, Panel } from '../ui/panel.tsx';
import { Ago } from '../ui/time.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { logWords } from '../words/log.ts';
import { useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';

export function LogExport({ filter }: { filter: LogFilter }) {
  const texts = useWordsOf(logWords).export;
  return (
    <Panel title={texts.title}>
      <Stack gap="xs">
        <Text size="sm">{texts.hint}</Text>
        <Group gap="md">
          {(['csv', 'json'] as const).map((format) => (
            <Anchor key={format} inherit download href={exportAddress(filter, format)}>
              {texts[format]}
            </Anchor>
          ))}
        </Group>
      </Stack>
    </Panel>
  );
}

export function LogProof() {
  const texts = useWordsOf(logWords).proof;
  const { data: head, error } = useQuery(logHeadQuery);
  return (
    <Panel title={texts.title}>
      <Stack gap="xs">
        {error && <FaultNote error={error} />}
        {!head && !error && <WaitingRows rows={3} height={24} />}
        {head && (
          <Facts
            facts={[
              [texts.position, head.position],
              [texts.hash, <code key="hash">{head.hash}</code>],
              [
                texts.signed,
                head.signed ? (
                  <>
                    {head.signed.position}, <Ago at={head.signed.at} />
                  </>
                ) : (
                  texts.unsigned
                ),
              ],
            ]}
          />
        )}
        <Text size="sm">{texts.hint}</Text>
        <Code block>countersign audit verify</Code>
        <Text size="sm">{texts.against}</Text>
        <Code block>countersign audit verify --against log-heads.jsonl</Code>
      </Stack>
    </Panel>
  );
}
