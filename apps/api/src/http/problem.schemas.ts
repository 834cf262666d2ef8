import { z } from 'zod';

/** Why one field was refused. */
export const FieldErrorSchema = z
  .strictObject({
    field: z.string().describe('Name of the field as this API spells it; dots lead into objects.'),
    code: z.string().describe('Why it was refused; a closed set per field.'),
    message: z.string().describe('Why it was refused, in words.'),
    accepted: z.string().describe('What would be accepted.'),
  })
  .meta({ id: 'FieldError', description: 'Why one field was refused.' });

/** Problem details (RFC 9457): every answer that is not a success has this shape. */
export const ProblemSchema = z
  .strictObject({
    type: z.string().describe('Stable identifier of the kind of problem; a path below /problems/.'),
    title: z.string().describe('The kind of problem in a few words.'),
    status: z.int().describe('The HTTP status.'),
    detail: z.string().describe('What is wrong here and what to do about it.'),
    code: z.string().describe('The last part of `type`, for programs.'),
    traceId: z
      .string()
      .optional()
      .describe(
        'Names the request in our logs and traces, 32 hexadecimal digits: that of its `traceparent` (W3C), or a new one. Tell it to support. Absent where no request could be read.',
      ),
    errors: z.array(FieldErrorSchema).optional().describe('One entry per refused field.'),
    retryAt: z.iso
      .datetime()
      .optional()
      .describe('When the same request may succeed, where time alone mends it.'),
    editedSince: z
      .array(
        z.strictObject({
          at: z.iso.datetime().describe('When it was changed.'),
          by: z.string().nullable().describe('Who made the change.'),
          fields: z.array(z.string()).describe('Names of the fields, as this API spells them.'),
        }),
      )
      .optional()
      .describe('Changes made since the version that `If-Match` names, oldest first.'),
    conflictsWith: z
      .strictObject({
        contactId: z.uuid().describe('Its id.'),
        name: z.string().describe('Its name.'),
      })
      .optional()
      .describe('The contact that has the phone or slot number already.'),
  })
  .meta({
    id: 'Problem',
    description: 'Problem details (RFC 9457): every answer that is not a success.',
    examples: [
      {
        type: '/problems/invalid-fields',
        title: 'Some fields cannot be accepted',
        status: 422,
        detail: 'phone: There are digits missing.',
        code: 'invalid-fields',
        traceId: '0af7651916cd43dd8448eb211c80319c',
        errors: [
          {
            field: 'phone',
            code: 'too_short',
            message: 'There are digits missing.',
            accepted: 'a cell phone number such as (415) 555-0123 or +44 7400 123456',
          },
        ],
      },
    ],
  });
export type Problem = z.infer<typeof ProblemSchema>;
