import type { RouteObject } from 'react-router';

/**
 * The pages below `/settings`, one entry each, loaded when opened:
 * `{ path: 'people', lazy: lazyPage(() => import('../people/people-page.tsx'), 'PeoplePage') }`.
 * `app/navigation.ts` says who is offered which.
 */
export const settingsPages: RouteObject[] = [];
