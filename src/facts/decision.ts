/** The shape of `seeds/decision.yaml`: the fitted weights of the decision to answer or to refuse. */
import { z } from 'zod';

export const decisionFileSchema = z.strictObject({
  decision: z.strictObject({
    bias: z.number(),
    weights: z.record(z.string(), z.number()),
    threshold: z.number().min(0).max(1).describe('answer from this probability on'),
    fitted_on: z.string().optional().describe('which questions, and the command'),
  }),
});

/** The model of the decision, as data. */
export type Decision = z.infer<typeof decisionFileSchema>['decision'];
