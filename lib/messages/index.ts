/**
 * ROOM messages. In: unknown values from `runtime.onMessage`. Out: typed messages, or a typed refusal. May import types of
 * the dataset only; the browser only through `send.ts`.
 */
export { type PageReport, type ToBackground, type ToReader, toBackground, toReader } from "./schema";
export * from "./send";
