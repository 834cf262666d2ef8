import type { Schemas } from '@keyholder/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { answerOf, ApiProblem, OFFLINE, UNREADABLE, type Problem } from './problem.ts';

export type Brand = Schemas['Brand'];
export type BrandDraft = Brand['draft'];
export type DraftEdit = Schemas['DraftEdit'];
export type BrandAsset = Schemas['BrandAsset'];
export type Finding = Schemas['PreflightFinding'];
export type BrandSummary = Schemas['BrandSummary'];

/** Keys of what is kept about brands. */
export const brandKeys = {
  list: ['brands', 'list'] as const,
  one: (brandId: string) => ['brands', 'one', brandId] as const,
  versions: (brandId: string) => ['brands', 'one', brandId, 'versions'] as const,
  preview: (brandId: string) => ['brands', 'one', brandId, 'preview'] as const,
};

export const brandsQuery = queryOptions({
  queryKey: brandKeys.list,
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/brands', { signal })),
});

export const brandQuery = (brandId: string) =>
  queryOptions({
    queryKey: brandKeys.one(brandId),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/brands/{brandId}', { params: { path: { brandId } }, signal })),
  });

export const versionsQuery = (brandId: string) =>
  queryOptions({
    queryKey: brandKeys.versions(brandId),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/brands/{brandId}/versions', { params: { path: { brandId } }, signal })),
  });

/** The address of the draft on show; renewed before it ends. */
export const previewQuery = (brandId: string) =>
  queryOptions({
    queryKey: brandKeys.preview(brandId),
    queryFn: () => answerOf(api.POST('/api/v1/brands/{brandId}/preview', { params: { path: { brandId } } })),
    staleTime: 20 * 60_000,
    refetchInterval: 20 * 60_000,
  });

export const createBrand = (name: string): Promise<Brand> =>
  answerOf(api.POST('/api/v1/brands', { body: { name } }));

/** @throws ApiProblem with `editedSince` where somebody else has changed it meanwhile */
export const editDraft = (
  { id, version }: { readonly id: string; readonly version: number },
  body: DraftEdit,
): Promise<Brand> =>
  answerOf(
    api.PATCH('/api/v1/brands/{brandId}/draft', {
      params: { path: { brandId: id }, header: { 'If-Match': `"${version}"` } },
      body,
    }),
  );

export const publishBrand = ({ id, version }: Pick<Brand, 'id' | 'version'>): Promise<Brand> =>
  answerOf(
    api.POST('/api/v1/brands/{brandId}/publish', {
      params: { path: { brandId: id }, header: { 'If-Match': `"${version}"` } },
    }),
  );

export const rollBack = (brandId: string, version: number): Promise<Brand> =>
  answerOf(
    api.POST('/api/v1/brands/{brandId}/versions/{version}/publish', {
      params: { path: { brandId, version } },
    }),
  );

export const checkLinkHost = (brandId: string): Promise<Brand> =>
  answerOf(api.POST('/api/v1/brands/{brandId}/link-host-check', { params: { path: { brandId } } }));

export const changeBrandKey = (brandId: string, brandKey: string): Promise<Brand> =>
  answerOf(api.PUT('/api/v1/brands/{brandId}/key', { params: { path: { brandId } }, body: { brandKey } }));

export const assignBrand = async (dealerId: string, brandId: string): Promise<void> => {
  await answerOf(
    api.PUT('/api/v1/dealers/{dealerId}/brand', { params: { path: { dealerId } }, body: { brandId } }),
  );
};

/** Where the portal itself shows a company's file. */
export const fileAddress = (file: string): string => `/api/v1/brand-files/${file}`;

const problemOf = (request: XMLHttpRequest): Problem => {
  try {
    return JSON.parse(request.responseText) as Problem;
  } catch {
    const code = request.status === 0 ? OFFLINE : UNREADABLE;
    return { type: 'about:blank', title: code, status: request.status, detail: '', code };
  }
};

/**
 * Sends a file. By XMLHttpRequest: fetch does not tell how much has been sent.
 * @param progress told the part that was sent, 0–1
 * @throws ApiProblem that says why the file cannot be used
 */
export const uploadFile = (
  kind: BrandAsset['kind'],
  file: Blob & { readonly name?: string },
  progress: (part: number) => void,
): Promise<BrandAsset> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const name = encodeURIComponent((file.name ?? '').slice(0, 255));
    request.open('POST', `/api/v1/brand-files?kind=${kind}&name=${name}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      progress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as BrandAsset);
      else reject(new ApiProblem(problemOf(request)));
    });
    request.addEventListener('error', () => reject(new ApiProblem(problemOf(request))));
    request.send(file);
  });
