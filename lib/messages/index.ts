/**
 * ROOM messages. In: unknown values from `runtime.onMessage`. Out: typed messages, or a typed refusal. May import types of
 * the dataset only; the browser only through `send.ts`.
 */
export type { PageReport, ToBackground, ToReader } from "./schema";
export * from "./send";
