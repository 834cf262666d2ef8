import { z } from 'zod';

const ROLES = ['dealer_admin', 'dealer_user'] as const;

export const MeSchema = z
  .strictObject({
    name: z.string().describe('Name of the person, or of the API key.'),
    email: z.string().nullable(),
    kind: z.enum(['person', 'api_key']),
    role: z.enum(ROLES),
    dealer: z.strictObject({ id: z.uuid(), name: z.string() }),
    company: z.strictObject({ id: z.uuid(), name: z.string() }),
    brand: z.strictObject({ name: z.string(), brandKey: z.string() }),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof MeSchema>;
