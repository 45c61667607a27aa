// One resource at one target: whether what is there is what was granted, in plain words; what went wrong and when it is
// tried again; and the ways in that nobody agreed to, each of which may become an agreement.
import { Alert, Box, Code, Group, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Difference, Target } from '../api/targets.ts';
import { paths } from '../paths.ts';
import { ButtonWithReason } from '../ui/button-with-reason.tsx';
import { Icon } from '../ui/icon.tsx';
import { Facts } from '../ui/panel.tsx';
import { Ago } from '../ui/time.tsx';
import { targetsWords } from '../words/targets.ts';
import { useWords, useWordsOf } from '../words/words.tsx';
import { AdoptForm } from './adopt-form.tsx';
import { reasonOf } from './verdict-buttons.tsx';
import { Link } from './links.tsx';
import { bindingWords } from './request-facts.tsx';
import { TargetStateBadge } from './target-state.tsx';

export function TargetResource({ target, difference }: { target: Target; difference: Difference }) {
  const words = useWords();
  const texts = useWordsOf(targetsWords);
  const { resource, name, state, bound, binding, lastRun, nextRun, failures } = difference;
  const { missing, excess, drift, error } = difference;
  return (
    <li className="row">
      <Group justify="space-between" gap="sm">
        <Text component="h3" fw={650}>
          {bound ? <Link to={paths.resource(resource)}>{name}</Link> : name}
        </Text>
        <TargetStateBadge state={state} />
      </Group>
      <Text size="sm" c="dimmed" className="anywhere">
        {resource}: {bindingWords(binding, words)}
      </Text>
      <Text component="div" size="sm" c="dimmed">
        <LastLook at={lastRun} />, {texts.next} <Ago at={nextRun} />
      </Text>
      {!bound && <Text size="sm">{texts.leftBehind}</Text>}
      {error !== undefined && (
        <Trouble title={texts.error} isAlarming={difference.alarming} failures={failures} nextRun={nextRun}>
          <Said text={error} />
          {difference.failed.map(({ sentence, mend }, nth) => (
            <Lack key={nth} sentence={sentence === error ? null : sentence} mend={mend} />
          ))}
        </Trouble>
      )}
      <Box mt="xs">
        <Facts
          facts={[
            [texts.missing, missing.length > 0 && <Entitlements key="missing" of={missing} />],
            [
              texts.excess,
              excess.length > 0 && (
                <Ways
                  key="excess"
                  target={target}
                  resource={resource}
                  ways={excess.map((one) => ({ ...one, sentence: null }))}
                />
              ),
            ],
            [
              texts.drift,
              drift.length > 0 && <Ways key="drift" target={target} resource={resource} ways={drift} />,
            ],
          ]}
        />
      </Box>
    </li>
  );
}

/** When it was looked at last. */
export function LastLook({ at }: { at: string | undefined }) {
  const texts = useWordsOf(targetsWords);
  if (at === undefined) return <>{texts.never}</>;
  return (
    <>
      {texts.seen} <Ago at={at} />
    </>
  );
}

/** What went wrong, how often in a row, and when it is tried again. */
export function Trouble(props: {
  title: string;
  isAlarming: boolean;
  failures: number;
  nextRun: string;
  children: ReactNode;
}) {
  const texts = useWordsOf(targetsWords);
  const { title, isAlarming, failures, nextRun, children } = props;
  return (
    <Alert
      my="xs"
      color={isAlarming ? 'red' : 'yellow'}
      variant="outline"
      icon={<Icon name="warn" />}
      title={title}
    >
      <Stack gap="xs">
        {children}
        <Text component="div" size="sm" c="dimmed">
          {texts.failures(failures)}, {texts.tries} <Ago at={nextRun} />
        </Text>
      </Stack>
    </Alert>
  );
}

/** Something that stands in the way, and what its owner can run against it. */
export function Lack({ sentence, mend }: { sentence: string | null; mend: unknown }) {
  const texts = useWordsOf(targetsWords);
  return (
    <div>
      {sentence !== null && <Said text={sentence} />}
      {typeof mend === 'string' && (
        <>
          <Text size="sm" c="dimmed">
            {texts.check.mend}
          </Text>
          <Code block>{mend};</Code>
        </>
      )}
    </div>
  );
}

/** Connectors speak English. */
export function Said({ text }: { text: string }) {
  return (
    <Text size="sm" lang="en" className="anywhere">
      <bdi>{text}</bdi>
    </Text>
  );
}

interface Way {
  readonly principal: string;
  readonly level: string;
  readonly sentence: string | null;
  /** Absent: it is one of Countersign’s own. */
  readonly adoptable?: boolean;
}

function Ways(props: { target: Target; resource: string; ways: readonly Way[] }) {
  const texts = useWordsOf(targetsWords);
  const { target, resource, ways } = props;
  const [adopted, setAdopted] = useState<number | null>(null);
  return (
    <ul className="plain-list">
      {ways.map(({ principal, level, sentence, adoptable = true }, nth) => (
        <li key={nth}>
          {sentence === null ? <Entitlement principal={principal} level={level} /> : <Said text={sentence} />}
          {adoptable && adopted !== nth && (
            <ButtonWithReason
              size="compact-sm"
              variant="default"
              reason={reasonOf(target.actions['adopt'])}
              onClick={() => setAdopted(nth)}
              aria-label={`${texts.adopt.act}: ${principal}`}
            >
              {texts.adopt.act}
            </ButtonWithReason>
          )}
          {adopted === nth && (
            <AdoptForm
              target={target.id}
              resource={resource}
              principal={principal}
              onClose={() => setAdopted(null)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function Entitlements({ of }: { of: readonly { principal: string; level: string }[] }) {
  return (
    <ul className="plain-list">
      {of.map((one) => (
        <li key={`${one.principal} ${one.level}`}>
          <Entitlement {...one} />
        </li>
      ))}
    </ul>
  );
}

function Entitlement({ principal, level }: { principal: string; level: string }) {
  const texts = useWordsOf(targetsWords);
  return (
    <Text size="sm">
      <bdi>{principal}</bdi>: {rightOf(level, texts.rights)}
    </Text>
  );
}

function rightOf(level: string, words: Readonly<Record<'read' | 'write' | 'read-write', string>>): string {
  return Object.entries(words).find(([name]) => name === level)?.[1] ?? level;
}
