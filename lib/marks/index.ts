/**
 * ROOM marks. In: mentions with their static ranges. Out: painted marks (or none in private mode), and which mention lies
 * under a point. The page's DOM is never touched. May not import card, context, settings, components or the browser API.
 */
export * from "./hit";
export * from "./paint";
export * from "./placed";
