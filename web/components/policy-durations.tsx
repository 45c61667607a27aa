// The lengths for which something can be asked: the customary ones to be chosen, and any other to be added.
import { Button, Chip, Group, Input } from '@mantine/core';
import { useState } from 'react';
import { DurationField } from '../ui/duration-field.tsx';
import { policyWords } from '../words/policy.ts';
import { lengthWords } from '../words/telling.ts';
import { useWords, useWordsOf } from '../words/words.tsx';

interface OfferedProps {
  readonly value: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (value: string[]) => void;
}

const customary = ['8h', '7d', '30d', '90d', '365d'];

export function OfferedDurations({ value, error, onChange }: OfferedProps) {
  const words = useWords();
  const texts = useWordsOf(policyWords);
  const [other, setOther] = useState<string | null>(null);
  const [added, setAdded] = useState<readonly string[]>([]);
  const offered = [...new Set([...customary, ...value, ...added])].sort(
    (one, two) => hours(one) - hours(two),
  );
  const add = () => {
    if (other === null) return;
    setAdded([...added, other]);
    setOther(null);
    if (!value.includes(other)) onChange([...value, other]);
  };
  return (
    <div role="group" aria-label={texts.durations}>
      <Input.Label component="div">{texts.durations}</Input.Label>
      <Input.Description mb={6}>{texts.durationsHint}</Input.Description>
      <Chip.Group multiple value={[...value]} onChange={onChange}>
        <Group gap={6}>
          {offered.map((one) => (
            <Chip key={one} value={one} size="sm">
              {lengthWords(one, words)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {error !== undefined && (
        <Input.Error mt={6} role="alert">
          {error}
        </Input.Error>
      )}
      <Group gap="xs" align="flex-end" mt="xs">
        <DurationField
          label={texts.addDuration}
          unitLabel={texts.unit}
          units={texts.units}
          value={other}
          onChange={setOther}
        />
        <Button variant="default" disabled={other === null} onClick={add}>
          {texts.add}
        </Button>
      </Group>
    </div>
  );
}

/** Only for the order on the screen. */
function hours(duration: string): number {
  const unit = { s: 1 / 3600, m: 1 / 60, h: 1, d: 24, w: 168 }[duration.slice(-1)] ?? 0;
  return Number.parseInt(duration, 10) * unit;
}
