/**
 * ROOM card. In: pointer, key and touch events as plain facts, and a rendered view. Out: one closed host on the page, opened,
 * placed and removed. May not import mentions, context, settings, components or the browser API.
 */
export * from "./host";
export * from "./machine";
export * from "./placement";
