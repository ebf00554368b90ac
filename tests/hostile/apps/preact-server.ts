import { words } from "./words";

/** Preact’s own server renderer is one more package: for an app this small its output is written out. */
export const html = async (): Promise<string> =>
  `<article><h1>${words.title}</h1><p class="first">${words.first}</p><p>${words.second}</p><button type="button">More</button></article>`;
