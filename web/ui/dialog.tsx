// A question that has to be answered before anything else is done. The browser's own dialog keeps the keyboard inside,
// gives it back afterwards, and takes Escape for a no.
import { Group, Text } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The ways out, the one that changes nothing first. */
  readonly ways: ReactNode;
  readonly onEscape: () => void;
}

export function Dialog({ title, children, ways, onEscape }: DialogProps) {
  const id = useId();
  return (
    <dialog
      className="dialog"
      aria-labelledby={id}
      ref={(dialog) => {
        if (dialog && !dialog.open) dialog.showModal();
      }}
      onCancel={(event) => {
        event.preventDefault();
        onEscape();
      }}
    >
      <Text component="h2" id={id} fw={650} fz="lg" mb="xs">
        {title}
      </Text>
      {children}
      <Group gap="xs" mt="md">
        {ways}
      </Group>
    </dialog>
  );
}
