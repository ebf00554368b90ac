import { type Messages, setupI18n } from "@lingui/core";

/** Gives the wording of a message in the reader's language. */
export type Strings = (id: string, values?: Record<string, string | number>) => string;

/** One language's messages as a function; an unknown id comes back as itself, which the parity test forbids. */
export function stringsOf(language: "en" | "es", messages: Messages): Strings {
  const i18n = setupI18n({ locale: language, messages: { [language]: messages } });
  return (id, values) => i18n._(id, values);
}

/** The language to speak: the reader's choice, else Spanish for a Spanish browser, else English. */
export function chosenLanguage(setting: "system" | "en" | "es", browserLanguage: string): "en" | "es" {
  if (setting !== "system") return setting;
  return browserLanguage.toLowerCase().startsWith("es") ? "es" : "en";
}
