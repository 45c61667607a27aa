// Granting less than was asked: fewer roles, a shorter time, an earlier end. What can be chosen here cannot be more than
// was asked; whether the policy takes it is said by the API. It is loaded when somebody wants it, which few do.
import { Chip, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Access } from '../api/client.ts';
import { policyQuery } from '../api/resources.ts';
import { dayOf } from '../ui/days.ts';
import { usePlace } from '../ui/place.tsx';
import { lengthWords } from '../words/telling.ts';
import { useWords } from '../words/words.tsx';
import { lengthsWithin } from './durations.ts';

/** As fields of a form hold it; empty texts mean as asked. */
export interface Less {
  readonly roles: readonly string[];
  readonly duration: string;
  /** A day, which counts in full; before a duration. */
  readonly until: string;
}

interface LessProps {
  readonly access: Access;
  readonly less: Less;
  readonly onChange: (less: Less) => void;
}

const day = 'day';

export function LessThanAsked({ access, less, onChange }: LessProps) {
  const words = useWords();
  const { timeZone, now } = usePlace();
  const policy = useQuery(policyQuery(access.approval.resource.id)).data;
  const { wouldLast } = access.approval;
  const last = wouldLast?.until === undefined ? undefined : dayOf(Date.parse(wouldLast.until) - 1, timeZone);
  const choose = (value: string) =>
    onChange(
      value === day
        ? { ...less, duration: '', until: last ?? dayOf(now, timeZone) }
        : { ...less, duration: value, until: '' },
    );
  return (
    <Group gap="md" align="flex-end">
      <NativeSelect
        label={words.decide.shorter}
        value={less.until === '' ? less.duration : day}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: '', label: words.decide.asAsked },
          ...lengthsWithin(policy, wouldLast).map((value) => ({ value, label: lengthWords(value, words) })),
          { value: day, label: words.decide.untilDay },
        ]}
      />
      {less.until !== '' && (
        <TextInput
          type="date"
          label={words.decide.lastDay}
          required
          withAsterisk={false}
          min={dayOf(now, timeZone)}
          {...(last !== undefined && { max: last })}
          value={less.until}
          onChange={(event) =>
            onChange({ ...less, until: event.currentTarget.value || dayOf(now, timeZone) })
          }
        />
      )}
      <Roles access={access} less={less} onChange={onChange} />
    </Group>
  );
}

/** At least one stays: no role at all is a no, and a no is said otherwise. */
function Roles({ access, less, onChange }: LessProps) {
  const words = useWords();
  const asked = access.approval.request?.roles ?? [];
  if (asked.length < 2) return null;
  return (
    <div role="group" aria-label={words.decide.rolesGranted}>
      <Text size="sm" fw={500}>
        {words.decide.rolesGranted}
      </Text>
      <Chip.Group
        multiple
        value={[...less.roles]}
        onChange={(roles) => roles.length > 0 && onChange({ ...less, roles })}
      >
        <Group gap={6}>
          {asked.map((role) => (
            <Chip key={role} value={role} size="sm">
              {role}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </div>
  );
}
