import { setupI18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Say } from "../../lib/context";
import messages from "../../lib/context/messages.json" with { type: "json" };

/** The texts of `lib/context` in one language, compiled on the spot for the command-line tools. */
export function say(language: "en" | "es"): Say {
  const compiled = Object.entries(messages).map(([id, text]) => [id, compileMessage(text[language])] as const);
  const i18n = setupI18n({ locale: language, messages: { [language]: Object.fromEntries(compiled) } });
  return (id, values) => i18n._(id, values);
}
