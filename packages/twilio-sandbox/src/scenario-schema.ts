import { laterStatuses, lineTypes, validationErrors } from './scenario.ts';

const code = { type: 'integer', minimum: 10_000, maximum: 99_999 };
const times = { type: 'integer', minimum: 1 };

function variant(kind: string, required: string[], properties: Record<string, unknown>) {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['kind', ...required],
    properties: { kind: { const: kind }, ...properties },
  };
}

/** JSON schema of `PartialScenario`, for what comes in over the control API. */
export const partialScenarioSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    lookup: {
      oneOf: [
        variant('line', ['type'], { type: { enum: lineTypes }, carrierName: { type: 'string' } }),
        variant('noVerdict', ['errorCode'], { errorCode: code }),
        variant('notValid', ['errors'], {
          errors: { type: 'array', minItems: 1, items: { enum: validationErrors } },
        }),
        variant('refuse', ['code'], { code, times }),
        variant('hang', [], {}),
      ],
    },
    send: {
      oneOf: [
        variant('accept', [], { unlisted: { type: 'boolean' } }),
        variant('refuse', ['code'], { code, times }),
        variant('lose', ['how', 'accepted'], {
          how: { enum: ['serverError', 'reset', 'hang'] },
          accepted: { type: 'boolean' },
          times,
          unlisted: { type: 'boolean' },
        }),
      ],
    },
    callbacks: {
      type: 'object',
      additionalProperties: false,
      properties: {
        statuses: { type: 'array', items: { enum: laterStatuses } },
        errorCode: code,
        copies: { enum: [0, 1, 2] },
        order: { enum: ['inOrder', 'reversed'] },
        lateBy: { type: 'number', minimum: 0 },
        beforeResponse: { type: 'boolean' },
        signature: { enum: ['valid', 'wrong'] },
        extraFields: { type: 'object', additionalProperties: { type: 'string' } },
      },
    },
  },
} as const;
