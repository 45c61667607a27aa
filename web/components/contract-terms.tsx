// The terms of a data contract, in whichever of the two formats it was written: what it is meant for, how it may be
// used, where the limits are. Everything else of a contract is for machines and stays where it is.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { contractQuery } from '../api/queries.ts';
import { Facts, Said } from '../ui/panel.tsx';
import { useWords } from '../words/words.tsx';

export function ContractTerms({ id }: { id: string }) {
  const words = useWords();
  const { data } = useQuery(contractQuery(id));
  if (!data) return <Text c="dimmed">…</Text>;
  const terms = termsOf(typeof data === 'string' ? {} : data);
  return (
    <Facts
      facts={[
        [words.resource.purpose, terms.purpose && <Said text={terms.purpose} lines={8} />],
        [words.resource.usage, terms.usage && <Said text={terms.usage} lines={8} />],
        [words.resource.limitations, terms.limitations && <Said text={terms.limitations} lines={8} />],
      ]}
    />
  );
}

interface Terms {
  readonly purpose: string;
  readonly usage: string;
  readonly limitations: string;
}

/** ODCS keeps them under `description`, DCS under `terms` and `info`. */
function termsOf(contract: Readonly<Record<string, unknown>>): Terms {
  const [description, terms, info] = ['description', 'terms', 'info'].map((name) => objectIn(contract, name));
  return {
    purpose: textIn(description, 'purpose') || textIn(info, 'description'),
    usage: textIn(description, 'usage') || textIn(terms, 'usage'),
    limitations: textIn(description, 'limitations') || textIn(terms, 'limitations'),
  };
}

function objectIn(object: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> {
  const value = object[name];
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textIn(object: Record<string, unknown> | undefined, name: string): string {
  const value = object?.[name];
  return typeof value === 'string' ? value : '';
}
