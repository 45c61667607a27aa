// A part of a page with a heading of its own, and the list of facts that such parts are mostly made of.
import { Text, Title } from '@mantine/core';
import { Fragment, useId, type ReactNode } from 'react';

export function Panel({
  title,
  beside,
  children,
}: {
  title: string;
  beside?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <Title order={2} id={id}>
          {title}
        </Title>
        {beside}
      </div>
      {children}
    </section>
  );
}

/** Names beside values, below each other on a narrow screen. What has no value is left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
        .map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}

/** What people wrote: as it is, with its lines, cut where it is endless. Nothing in it is markup. */
export function Said({ text, lines }: { text: string; lines?: number }) {
  return (
    <Text component="div" className="said" dir="auto" lineClamp={lines} inherit>
      <bdi>{text}</bdi>
    </Text>
  );
}
