// The mesh as two tables: what there is between things, and the things themselves with the ways on from them. It shows
// exactly what the drawing shows and can do what that can.
import { Button, Group, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { paths } from '../paths.ts';
import { Panel } from '../ui/panel.tsx';
import { useWords } from '../words/words.tsx';
import { Link } from './links.tsx';
import { countsInWords, titleOf, useMeshActs, useMeshWords } from './mesh-acts.ts';
import { CountMarks } from './mesh-marks.tsx';
import { allThings, totalOf, type Connection, type Picture, type Thing } from './mesh-picture.ts';

const atOnce = 100;

export function MeshTable({ picture }: { picture: Picture }) {
  const texts = useMeshWords();
  return (
    <>
      {picture.connections.length > 0 && (
        <Panel title={texts.edgesCaption}>
          <Connections all={picture.connections} />
        </Panel>
      )}
      <Panel title={texts.thingsCaption}>
        <Things picture={picture} />
      </Panel>
    </>
  );
}

function Connections({ all }: { all: readonly Connection[] }) {
  const texts = useMeshWords();
  const sorted = useMemo(
    () => all.toSorted((one, other) => totalOf(other.counts) - totalOf(one.counts)),
    [all],
  );
  const [shown, more] = useLimited(sorted);
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{texts.from}</th>
            <th scope="col">{texts.to}</th>
            <th scope="col">{texts.agreements}</th>
            <th scope="col">{texts.act}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((connection) => (
            <ConnectionRow key={connection.name} connection={connection} />
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}

function ConnectionRow({ connection }: { connection: Connection }) {
  const texts = useMeshWords();
  const { open } = useMeshActs();
  const { from, to, access } = connection;
  const counts = countsInWords(connection, texts);
  const label = texts.edge(titleOf(from, texts), titleOf(to, texts), counts);
  return (
    <tr>
      <td>
        <Name thing={from} />
      </td>
      <td data-title={texts.to}>
        <Name thing={to} />
      </td>
      <td data-title={texts.agreements}>
        <Group gap={10}>
          <CountMarks counts={connection.counts} words={texts.counted} />
        </Group>
      </td>
      <td data-title={texts.act}>
        <div>
          {access === null ? (
            <Button
              size="xs"
              variant="default"
              aria-label={`${texts.list}: ${label}`}
              onClick={() => open(connection)}
            >
              {texts.list}
            </Button>
          ) : (
            <Link to={paths.access(access)}>{texts.openOne}</Link>
          )}
        </div>
      </td>
    </tr>
  );
}

function Name({ thing }: { thing: Thing }) {
  const texts = useMeshWords();
  const { near } = useMeshActs();
  const search = near(thing);
  const title = <bdi>{titleOf(thing, texts)}</bdi>;
  return (
    <div>
      {search === null ? (
        title
      ) : (
        <Link to={paths.mesh()} search={search} fw={600}>
          {title}
        </Link>
      )}
      <Text component="div" size="sm" c="dimmed">
        {[texts.kinds[thing.kind] ?? thing.kind, thing.team?.title].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}

function Things({ picture }: { picture: Picture }) {
  const texts = useMeshWords();
  const things = useMemo(() => allThings(picture), [picture]);
  const sums = useMemo(() => sumsOf(picture.connections), [picture]);
  const [shown, more] = useLimited(things);
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{texts.thing}</th>
            <th scope="col">{texts.gives}</th>
            <th scope="col">{texts.takes}</th>
            <th scope="col">{texts.act}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((thing) => (
            <tr key={thing.name}>
              <td>
                <Name thing={thing} />
              </td>
              <td data-title={texts.gives}>{sums.get(thing.name)?.gives ?? 0}</td>
              <td data-title={texts.takes}>{sums.get(thing.name)?.takes ?? 0}</td>
              <td data-title={thing.kind === 'team' ? texts.act : undefined}>
                <div>{thing.kind === 'team' && <Unfold team={thing} />}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}

function Unfold({ team }: { team: Thing }) {
  const texts = useMeshWords();
  const { toggle } = useMeshActs();
  const isOpen = team.inside !== null;
  const title = titleOf(team, texts);
  return (
    <Button
      size="xs"
      variant="default"
      aria-expanded={isOpen}
      aria-label={isOpen ? texts.fold(title) : texts.unfold(title)}
      onClick={() => toggle(team)}
    >
      {isOpen ? texts.foldShort : texts.unfoldShort}
    </Button>
  );
}

function sumsOf(connections: readonly Connection[]): ReadonlyMap<string, { gives: number; takes: number }> {
  const sums = new Map<string, { gives: number; takes: number }>();
  const sumOf = ({ name }: Thing) => {
    const sum = sums.get(name) ?? { gives: 0, takes: 0 };
    sums.set(name, sum);
    return sum;
  };
  for (const { from, to, counts } of connections) {
    sumOf(from).gives += totalOf(counts);
    sumOf(to).takes += totalOf(counts);
  }
  return sums;
}

/** The first of them, and the way to more. */
function useLimited<T>(all: readonly T[]) {
  const words = useWords();
  const [limit, setLimit] = useState(atOnce);
  const more = all.length > limit && (
    <Group justify="center" mt="sm">
      <Button variant="default" onClick={() => setLimit(limit + atOnce)}>
        {words.more}
      </Button>
    </Group>
  );
  return [all.slice(0, limit), more] as const;
}
