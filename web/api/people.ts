// People and keys as they are named in forms.
import { queryOptions } from '@tanstack/react-query';
import { api, answerOf } from './client.ts';

/** People by the beginnings of their names or addresses, those who left aside. */
export function peopleToNameQuery(words: string) {
  return queryOptions({
    queryKey: ['members', 'to-name', words],
    queryFn: async () => {
      const query = { limit: 20, ...(words.trim() !== '' && { q: words.trim() }) };
      const { items } = await answerOf(api.GET('/api/organization/directory', { params: { query } }));
      return items
        .filter(({ disabled }) => !disabled)
        .map(({ emailAddress, name }) => ({ email: emailAddress, name: name ?? emailAddress }));
    },
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
}

/** Keys that the person may know about. Whether one of them may decide is said by the server. */
export const keysToNameQuery = queryOptions({
  queryKey: ['keys', 'to-name'],
  queryFn: async () => {
    const keys = await answerOf(api.GET('/api/api-keys', {}));
    return keys.map((key) => ({
      id: key.organizationApiKeyId,
      name: key.displayName ?? key.organizationApiKeyId,
    }));
  },
});
