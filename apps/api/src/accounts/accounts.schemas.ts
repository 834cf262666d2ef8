import { z } from 'zod';

const ROLES = ['dealer_admin', 'dealer_user'] as const;

export const MeSchema = z
  .strictObject({
    name: z.string().describe('Name of the person, or of the API key.'),
    email: z.string().nullable().describe('Null for an API key.'),
    kind: z.enum(['person', 'api_key']).describe('How the caller has proved who it is.'),
    role: z.enum(ROLES).describe('What the caller may do at the dealer.'),
    dealer: z
      .strictObject({ id: z.uuid().describe('Id of the dealer.'), name: z.string().describe('Its name.') })
      .describe('Whose sites and contacts are seen.'),
    company: z
      .strictObject({ id: z.uuid().describe('Id of the company.'), name: z.string().describe('Its name.') })
      .describe('The security company that the dealer works with.'),
    brand: z
      .strictObject({
        name: z.string().describe('As texts and pages name it.'),
        brandKey: z.string().describe('Its part of the address of the welcome page; never changes.'),
      })
      .describe('What the texts and the welcome page look like.'),
  })
  .meta({ id: 'Me', description: 'Who is asking, and for whom.' });
export type Me = z.infer<typeof MeSchema>;
