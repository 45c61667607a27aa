// A length of time as two fields that read as one: how many, and of what. Empty is no length at all, which the
// placeholder names. The value is what the API writes, such as `90d`.
import { Group, Input, NativeSelect, TextInput } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';

interface DurationProps {
  readonly label: string;
  /** What the second field is called for whoever hears the page. */
  readonly unitLabel: string;
  readonly units: Readonly<Record<string, string>>;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** What empty means. */
  readonly none?: string;
  readonly error?: string | undefined;
  /** Said behind the two fields. */
  readonly tail?: ReactNode;
}

export function DurationField(props: DurationProps) {
  const { label, unitLabel, units, value, onChange, none, error, tail } = props;
  const [, amount = '', written] = /^(\d*)([a-z])$/.exec(value ?? '') ?? [];
  const [chosen, setUnit] = useState('d');
  const unit = written ?? chosen;
  const change = (nextAmount: string, nextUnit: string) => {
    setUnit(nextUnit);
    onChange(nextAmount === '' ? null : `${nextAmount}${nextUnit}`);
  };
  const id = useId();
  return (
    <div>
      <Input.Label htmlFor={id}>{label}</Input.Label>
      <Group gap="xs" align="flex-start">
        <TextInput
          id={id}
          w={150}
          inputMode="numeric"
          value={amount}
          placeholder={none}
          error={error}
          onChange={(event) => change(event.currentTarget.value.replace(/\D/g, '').slice(0, 7), unit)}
        />
        <NativeSelect
          aria-label={`${label}: ${unitLabel}`}
          value={unit}
          onChange={(event) => change(amount, event.currentTarget.value)}
          data={unitsWith(units, unit)}
        />
        {tail}
      </Group>
    </div>
  );
}

/** A unit that is not offered was chosen elsewhere, and is not lost here. */
function unitsWith(units: DurationProps['units'], unit: string) {
  const known = Object.entries(units).map(([value, label]) => ({ value, label }));
  return unit in units ? known : [...known, { value: unit, label: unit }];
}
