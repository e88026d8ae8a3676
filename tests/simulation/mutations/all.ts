import { deviceMutations } from "./device.ts";
import { endpointMutations } from "./endpoint.ts";
import { lossMutations } from "./loss.ts";
import { mergeMutations } from "./merge.ts";
import type { Mutation } from "./mutation.ts";
import { newsMutations } from "./news.ts";

/** The switches of the gate. Most were in the model that this design was first tried on; here they are in the real code. */
export const mutations: readonly Mutation[] = [
  ...mergeMutations,
  ...endpointMutations,
  ...deviceMutations,
  ...lossMutations,
  ...newsMutations,
];
