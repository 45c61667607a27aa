// For what cannot be taken back: a button opens a word about what will happen, in place, and only the button there does
// it. Whoever is quicker with the keyboard than with reading stands on "not now" first.
import { Button, Group, Text, type ButtonProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';

export interface QuestionProps {
  /** What it is about, for whoever hears it. */
  readonly about: string;
  readonly whatHappens: ReactNode;
  readonly confirm: string;
  readonly cancel: string;
  readonly isPending: boolean;
  /** What went wrong, shown beside the question. */
  readonly fault?: ReactNode;
  readonly onConfirm: () => void;
}

interface ConfirmProps extends Omit<QuestionProps, 'about'>, Pick<ButtonProps, 'size' | 'variant'> {
  /** What the button says that opens the question. */
  readonly open: string;
}

export function Confirm({ open, size, variant = 'default', ...question }: ConfirmProps) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Question {...question} about={open} onCancel={() => setOpen(false)} />;
  return (
    <Button size={size} variant={variant} onClick={() => setOpen(true)}>
      {open}
    </Button>
  );
}

/** The question alone, where the button stands elsewhere: in a table it gets a row of its own, so that no column moves. */
export function Question(props: QuestionProps & { readonly onCancel: () => void }) {
  const { about, whatHappens, confirm, cancel, isPending, fault, onConfirm, onCancel } = props;
  return (
    <div className="act" role="group" aria-label={about}>
      <Text component="div" size="sm">
        {whatHappens}
      </Text>
      {fault}
      <Group gap="xs">
        <Button size="xs" variant="default" autoFocus onClick={onCancel}>
          {cancel}
        </Button>
        <Button size="xs" color="red.9" loading={isPending} onClick={onConfirm}>
          {confirm}
        </Button>
      </Group>
    </div>
  );
}
