import "../../components/design.css";
import "../../components/page.css";
import "../../components/practice-article/article.css";
import { render } from "preact";
import { PracticeArticle, practiceData } from "../../components/practice-article";
import { readSettings } from "../../lib/settings";
import { chosenLanguage, createPageStrings } from "../../lib/strings";
import { startReader } from "../reader.content/start";

/** The story, drawn once and left alone: from here on the page belongs to the reader, as any page of the web does. */
async function open(): Promise<void> {
  const { settings } = await readSettings();
  const t = createPageStrings(chosenLanguage(settings.language, navigator.language));
  document.documentElement.dataset.theme = settings.theme;
  document.title = practiceData.headline;
  // A block of data, not a script: the policy of the page has nothing to say to it.
  const data = document.createElement("script");
  data.type = "application/ld+json";
  data.textContent = JSON.stringify(practiceData);
  document.head.append(data);
  const place = document.getElementById("app");
  if (place) render(<PracticeArticle tip={t("practice.tip")} />, place);
  startReader({ document, signal: new AbortController().signal, isOrphaned: () => false, practice: true });
}

void open();
