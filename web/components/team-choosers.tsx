// Choosing a team, or several, among all there are: they are found by the server, by the beginning of a word in their name
// or id, so a team is found however many there are. What stands above a team is said before its name, because many a name
// is there twice.
import { MultiSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { teamQuery, teamsToNameQuery } from '../api/teams.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface FieldProps {
  readonly label: string;
  readonly description?: string;
  readonly error?: string | undefined;
}

interface TeamFieldProps extends FieldProps {
  readonly value: string | null;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly maw?: number;
  /** Its name in a form that is read as a whole. */
  readonly name?: string;
  /** What the button says that takes the choice away; without it there is none. */
  readonly none?: string;
  /** Offered before all others while nothing is typed. */
  readonly first?: readonly { readonly id: string; readonly name: string }[];
  /** Never offered. */
  readonly except?: string;
  readonly onChange: (team: string | null) => void;
}

export function TeamField(props: TeamFieldProps) {
  const { value, none, first = [], except, onChange, ...field } = props;
  const [typed, setTyped] = useState('');
  const chosen = useNames(value === null ? [] : [value]);
  // What is chosen stands in the field, and nobody typed it.
  const found = useFound(typed === chosen[0]?.label ? '' : typed);
  const own = found.isAll ? first.map(({ id, name }) => ({ value: id, label: name })) : [];
  return (
    <Select
      {...field}
      withAsterisk={false}
      searchable
      clearable={none !== undefined}
      clearButtonProps={{ 'aria-label': none }}
      allowDeselect={false}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value}
      onChange={onChange}
      filter={({ options }) => options}
      data={once([...own, ...found.choices, ...chosen]).filter((one) => one.value !== except)}
    />
  );
}

interface TeamsFieldProps extends FieldProps {
  readonly value: readonly string[];
  readonly onChange: (teams: string[]) => void;
}

export function TeamsField({ value, ...field }: TeamsFieldProps) {
  const [typed, setTyped] = useState('');
  const chosen = useNames(value);
  const found = useFound(typed);
  return (
    <MultiSelect
      {...field}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      value={[...value]}
      filter={({ options }) => options}
      data={once([...chosen, ...found.choices])}
    />
  );
}

const typingMs = 200;

function useFound(typed: string): { readonly choices: readonly Choice[]; readonly isAll: boolean } {
  const [words] = useDebouncedValue(typed.trim(), typingMs);
  return { choices: useQuery(teamsToNameQuery(words)).data ?? [], isAll: words === '' };
}

/** Those that were chosen, also where nothing that is found names them. */
function useNames(ids: readonly string[]): Choice[] {
  const all = useQuery(teamsToNameQuery('')).data ?? [];
  const others = ids.filter((id) => !all.some(({ value }) => value === id));
  const named = useQueries({ queries: others.map((id) => ({ ...teamQuery(id), retry: false })) });
  return ids.map((id) => {
    const label = named[others.indexOf(id)]?.data?.team.name;
    return all.find(({ value }) => value === id) ?? { value: id, label: label ?? id };
  });
}

function once(choices: readonly Choice[]): Choice[] {
  return [...new Map(choices.toReversed().map((one) => [one.value, one])).values()].toReversed();
}
