import { COMPANY_SCENES, DESK_SCENES } from './company-and-desk-scenes.ts';
import { SCENES, type Scene } from './scenes.ts';

/** Somebody, and what they see of the portal. */
export interface Cast {
  /** Undefined: the demo's dealer. */
  readonly email?: string;
  readonly scenes: readonly Scene[];
}

export const DEALER: Cast = { scenes: SCENES };
export const COMPANY_ADMIN: Cast = { email: 'casey@riverside.example', scenes: COMPANY_SCENES };
export const SUPPORT: Cast = { email: 'sam@keyholder.example', scenes: DESK_SCENES };
