// Choosing people and teams. Both are found by typing a part of their name, and kept as the policy names them: people by
// address and teams by id.
import { MultiSelect, Radio, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { membersToNameQuery } from '../api/members.ts';
import { policyWords } from '../words/policy.ts';
import { useWordsOf } from '../words/words.tsx';
import type { Chosen } from './policy-draft.ts';
import { TeamsField } from './team-choosers.tsx';

interface ChooserProps {
  readonly label: string;
  /** True where no heading says the label already. */
  readonly isLabelled?: boolean;
  /** Who it is where nobody is named. */
  readonly instead: string;
  readonly value: Chosen | null;
  readonly error: string | undefined;
  readonly onChange: (value: Chosen | null) => void;
}

/** Those whom the policy means by itself, or people and teams by name. */
export function Chooser({ label, isLabelled, instead, value, error, onChange }: ChooserProps) {
  const texts = useWordsOf(policyWords);
  const name = useId();
  // What was chosen is still there when somebody changes their mind twice.
  const [last, setLast] = useState<Chosen>(value ?? { people: [], teams: [] });
  const chosen = value ?? last;
  const change = (part: Partial<Chosen>) => {
    setLast({ ...chosen, ...part });
    onChange({ ...chosen, ...part });
  };
  return (
    <div role="radiogroup" aria-label={label}>
      {isLabelled && (
        <Text fw={500} mb="xs">
          {label}
        </Text>
      )}
      <Stack gap="sm">
        <Radio name={name} label={instead} checked={value === null} onChange={() => onChange(null)} />
        <Radio name={name} label={texts.named} checked={value !== null} onChange={() => change({})} />
        {value !== null && (
          <Stack gap="sm" className="indented">
            <PeopleField value={value.people} error={error} onChange={(people) => change({ people })} />
            <TeamsField label={texts.teams} value={value.teams} onChange={(teams) => change({ teams })} />
          </Stack>
        )}
      </Stack>
    </div>
  );
}

interface FieldProps {
  readonly value: readonly string[];
  readonly error?: string | undefined;
  readonly onChange: (value: string[]) => void;
}

const typingMs = 200;

function PeopleField({ value, error, onChange }: FieldProps) {
  const texts = useWordsOf(policyWords);
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed, typingMs);
  const found = useQuery(membersToNameQuery(words)).data ?? [];
  const known = useQuery(membersToNameQuery('')).data ?? [];
  const [met, setMet] = useState<ReadonlyMap<string, string>>(new Map());
  const labelOf = (email: string) =>
    met.get(email) ?? [...found, ...known].find((one) => one.email === email)?.name ?? email;
  const others = found.filter(({ email }) => !value.includes(email));
  return (
    <MultiSelect
      label={texts.people}
      placeholder={texts.peopleHint}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      value={[...value]}
      error={error}
      onChange={(people) => {
        setMet(new Map([...met, ...people.map((email) => [email, labelOf(email)] as const)]));
        onChange(people);
      }}
      // The server has found them; what it found may not contain what was typed, letter by letter.
      filter={({ options }) => options}
      data={[
        ...value.map((email) => ({ value: email, label: labelOf(email) })),
        ...others.map(({ email, name }) => ({ value: email, label: name })),
      ]}
      renderOption={({ option }) => (
        <span>
          {option.label}{' '}
          <Text component="span" size="xs" c="dimmed">
            {option.value}
          </Text>
        </span>
      )}
    />
  );
}
