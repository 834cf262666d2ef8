import type { Schemas } from '@keyholder/api-client';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { answerOf } from './problem.ts';

export type People = Schemas['People'];
export type Member = Schemas['Member'];
export type Invitation = Schemas['Invitation'];
export type ApiKey = Schemas['ApiKey'];
export type AuditEntry = Schemas['AuditEntry'];

export const settingsKeys = {
  people: ['settings', 'people'] as const,
  companyPeople: ['settings', 'company-people'] as const,
  apiKeys: ['settings', 'api-keys'] as const,
  audit: ['settings', 'audit'] as const,
  company: ['settings', 'company'] as const,
  dealers: ['settings', 'dealers'] as const,
};

/** Whose people: the dealer's, or the company's as a whole. */
export type Place = 'dealer' | 'company';

export const peopleKey = (place: Place) =>
  place === 'dealer' ? settingsKeys.people : settingsKeys.companyPeople;

export const peopleQuery = (place: Place) =>
  queryOptions({
    queryKey: peopleKey(place),
    queryFn: ({ signal }) =>
      answerOf(
        place === 'dealer'
          ? api.GET('/api/v1/people', { signal })
          : api.GET('/api/v1/company/people', { signal }),
      ),
  });

export const invitePerson = (place: Place, body: Schemas['NewDealerInvitation']): Promise<People> =>
  answerOf(
    place === 'dealer'
      ? api.POST('/api/v1/invitations', { body })
      : api.POST('/api/v1/company/invitations', { body }),
  );

export const mailInvitation = (place: Place, invitationId: string): Promise<unknown> => {
  const params = { path: { invitationId } };
  return answerOf(
    place === 'dealer'
      ? api.POST('/api/v1/invitations/{invitationId}/mail', { params })
      : api.POST('/api/v1/company/invitations/{invitationId}/mail', { params }),
  );
};

export const revokeInvitation = (place: Place, invitationId: string): Promise<unknown> => {
  const params = { path: { invitationId } };
  return answerOf(
    place === 'dealer'
      ? api.DELETE('/api/v1/invitations/{invitationId}', { params })
      : api.DELETE('/api/v1/company/invitations/{invitationId}', { params }),
  );
};

export const changeMember = (userId: string, role: Schemas['MemberChange']['role']): Promise<unknown> =>
  answerOf(api.PATCH('/api/v1/people/{userId}', { params: { path: { userId } }, body: { role } }));

export const removeMember = (place: Place, userId: string): Promise<unknown> => {
  const params = { path: { userId } };
  return answerOf(
    place === 'dealer'
      ? api.DELETE('/api/v1/people/{userId}', { params })
      : api.DELETE('/api/v1/company/people/{userId}', { params }),
  );
};

export const apiKeysQuery = queryOptions({
  queryKey: settingsKeys.apiKeys,
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/api-keys', { signal })),
});

export const createApiKey = (body: Schemas['NewApiKey']): Promise<Schemas['CreatedApiKey']> =>
  answerOf(api.POST('/api/v1/api-keys', { body }));

export const revokeApiKey = (apiKeyId: string): Promise<unknown> =>
  answerOf(api.DELETE('/api/v1/api-keys/{apiKeyId}', { params: { path: { apiKeyId } } }));

/** What the audit is searched for; '' and null for everything. */
export interface AuditSearch {
  readonly query: string;
  readonly since: string | null;
  readonly until: string | null;
}

const AUDIT_PAGE = 50;

const searched = ({ query, since, until }: AuditSearch): Record<string, string> => ({
  ...(query.trim() === '' ? {} : { query: query.trim() }),
  ...(since === null ? {} : { since }),
  ...(until === null ? {} : { until }),
});

export const auditQuery = (place: Place, search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: [...settingsKeys.audit, place, search],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      const params = { query: { limit: AUDIT_PAGE, ...searched(search), ...cursor } };
      return answerOf(
        place === 'dealer'
          ? api.GET('/api/v1/audit', { params, signal })
          : api.GET('/api/v1/company/audit', { params, signal }),
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** Where a plain link gets the audit as a CSV file. */
export const auditFile = (place: Place, search: AuditSearch): string => {
  const query = new URLSearchParams(searched(search)).toString();
  return `/api/v1${place === 'dealer' ? '' : '/company'}/audit.csv${query === '' ? '' : `?${query}`}`;
};

export const companyQuery = queryOptions({
  queryKey: settingsKeys.company,
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/company', { signal })),
});

export const changeCompany = (version: number, body: Schemas['CompanyChange']): Promise<Schemas['Company']> =>
  answerOf(api.PATCH('/api/v1/company', { params: { header: { 'If-Match': `"${version}"` } }, body }));

export const dealersQuery = queryOptions({
  queryKey: settingsKeys.dealers,
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/company/dealers', { signal })),
});

export const addDealer = (name: string): Promise<Schemas['Dealers']> =>
  answerOf(api.POST('/api/v1/company/dealers', { body: { name } }));
