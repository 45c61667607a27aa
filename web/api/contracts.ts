// Data contracts: what one is, with its terms, and its document. Terms at a resource are in resources.ts.
import { queryOptions } from '@tanstack/react-query';
import { api, answerOf } from './client.ts';

export function contractQuery(id: string) {
  return queryOptions({
    queryKey: ['contract', 'about', id],
    queryFn: () => answerOf(api.GET('/api/datacontracts/{id}/about', { params: { path: { id } } })),
  });
}

export function contractYamlQuery(id: string) {
  const params = { path: { id } };
  return queryOptions({
    queryKey: ['contract', 'yaml', id],
    queryFn: () =>
      answerOf(api.GET('/api/datacontracts/{id}/datacontract.yaml', { params, parseAs: 'text' })),
  });
}
