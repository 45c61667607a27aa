// How the mesh is looked at: which agreements, drawn or as a table, around what, how far and in which direction.
import { Group, SegmentedControl, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { meshStates, type MeshState } from '../api/mesh-words.ts';
import { catalogQuery } from '../api/resources.ts';
import { teamTreeQuery } from '../api/teams.ts';
import { Icon } from '../ui/icon.tsx';
import { useMeshWords } from './mesh-acts.ts';
import { LineSample } from './mesh-marks.tsx';
import { centredAt, type MeshViewing } from './use-mesh-view.ts';

export function MeshBar({ viewing: { view, go } }: { viewing: MeshViewing }) {
  const texts = useMeshWords();
  const { states, look, at, way, steps } = view;
  return (
    <Group gap="sm" align="flex-end">
      <Find onPick={(name) => go(centredAt(name))} />
      <div className="mesh-states" role="group" aria-label={texts.filter}>
        {meshStates.map((state) => (
          <button
            key={state}
            type="button"
            className="mesh-state"
            aria-pressed={states.includes(state)}
            onClick={() => go({ states: toggled(states, state), edge: null })}
          >
            <LineSample state={state} />
            {texts.states[state]}
          </button>
        ))}
      </div>
      {at !== null && (
        <>
          <SegmentedControl
            aria-label={texts.direction}
            title={texts.wayHint}
            value={way}
            onChange={(next) => go({ way: next })}
            data={(['upstream', 'both', 'downstream'] as const).map((value) => ({
              value,
              label: texts.way[value],
            }))}
          />
          <SegmentedControl
            aria-label={texts.steps}
            value={String(steps)}
            onChange={(next) => go({ steps: Number(next) })}
            data={[1, 2, 3].map((count) => ({ value: String(count), label: texts.stepsOf(count) }))}
          />
        </>
      )}
      <SegmentedControl
        aria-label={texts.look}
        value={look}
        onChange={(next) => go({ look: next })}
        data={(['picture', 'table'] as const).map((value) => ({ value, label: texts[value] }))}
      />
    </Group>
  );
}

/** In the order of all; none of them is all of them. */
function toggled(states: readonly MeshState[], state: MeshState): readonly MeshState[] {
  const next = meshStates.filter((one) => states.includes(one) !== (one === state));
  return next.length === 0 ? meshStates : next;
}

const mostFound = 12;

function Find({ onPick }: { onPick: (name: string) => void }) {
  const texts = useMeshWords();
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim(), 200);
  const teams = useQuery({ ...teamTreeQuery({ q: words }), enabled: words !== '' });
  const resources = useInfiniteQuery({
    ...catalogQuery({ q: words, limit: mostFound }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  });
  const foundTeams = (teams.data?.teams ?? [])
    .slice(0, mostFound)
    .map(({ id, name }) => ({ value: `team:${id}`, label: name }));
  const foundThings = new Map(
    (resources.data?.pages[0]?.items ?? []).map((resource) =>
      resource.dataProductId === undefined
        ? ([`${resource.type}:${resource.id}`, resource.name] as const)
        : ([`data-product:${resource.dataProductId}`, resource.dataProductId] as const),
    ),
  );
  return (
    <Select
      className="grows"
      aria-label={texts.find}
      placeholder={texts.findHint}
      leftSection={<Icon name="search" />}
      searchable
      value={null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(name) => name !== null && onPick(name)}
      nothingFoundMessage={words === '' ? null : texts.nothingFound}
      // What does not fit was left out by the server.
      filter={({ options }) => options}
      data={
        words === ''
          ? []
          : [
              { group: texts.teams, items: foundTeams },
              {
                group: texts.products,
                items: [...foundThings].map(([value, label]) => ({ value, label })),
              },
            ]
      }
    />
  );
}
