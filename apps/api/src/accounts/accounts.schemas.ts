import { READER_LANGUAGES } from '@keyholder/domain/words/reader-language';
import { z } from 'zod';
import { PERMISSIONS, ROLES, type Action } from '../ports/permissions.ts';

const NamedSchema = z.strictObject({
  id: z.uuid().describe('Its id.'),
  name: z.string().describe('Its name.'),
});

const ACTIONS = PERMISSIONS.map(({ action }) => action) as [Action, ...Action[]];

export const MeSchema = z
  .strictObject({
    name: z.string().describe('Name of the person, or of the API key.'),
    email: z.string().nullable().describe('Null for an API key.'),
    kind: z.enum(['person', 'api_key']).describe('How the caller has proved who it is.'),
    role: z
      .enum(ROLES)
      .nullable()
      .describe(
        'In the dealer that is acted for; without one, the role at the company or the platform. Null for a person who has no role any more.',
      ),
    dealer: NamedSchema.nullable().describe(
      'The dealer that is acted for in this request. Null where several may be and "Keyholder-Dealer" names none of them, and for support.',
    ),
    company: NamedSchema.nullable().describe('The company of that dealer, or the one that is administered.'),
    brand: z
      .strictObject({
        name: z.string().describe('As texts and pages name it.'),
        brandKey: z.string().describe('Its part of the address of the welcome page; never changes.'),
      })
      .nullable()
      .describe('What the texts and the welcome page of that dealer look like.'),
    actions: z
      .array(z.enum(ACTIONS))
      .describe('What may be done so: for this dealer, for this company, for the platform.'),
    dealers: z
      .array(
        z.strictObject({
          id: z.uuid().describe('Id of the dealer.'),
          name: z.string().describe('Its name.'),
          role: z.enum(['company_admin', 'dealer_admin', 'dealer_user']).describe('What one is there.'),
          company: NamedSchema.describe('The company that the dealer belongs to.'),
        }),
      )
      .describe('Every dealer that one can act for, by name: what "Keyholder-Dealer" can be.'),
    companies: z
      .array(NamedSchema)
      .describe('Every company that one administers, by name: what "Keyholder-Company" can be.'),
    support: z.boolean().describe('Whether one is of the platform’s support.'),
  })
  .meta({ id: 'Me', description: 'Who is asking, and for whom.' });
export type Me = z.infer<typeof MeSchema>;

export const AccountChangeSchema = z
  .strictObject({
    language: z
      .enum(READER_LANGUAGES)
      .describe('In which the mails about the account, and to it, are written.'),
  })
  .meta({
    id: 'AccountChange',
    description: 'What people set about themselves.',
    example: { language: 'es' },
  });
