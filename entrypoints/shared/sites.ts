/** The sites that the content script asks for, as the manifest has them: a browser grants no pattern that is wider. */
export const everySite = ["http://*/*", "https://*/*"];
