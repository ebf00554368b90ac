/** Every state of every view on one page: `?view=NAME&language=es&dir=rtl&theme=dark`. For screenshots and axe; never shipped. */
import "../design.css";
import "../page.css";
import "../controls.css";
import "../popup/popup.css";
import "../options/options.css";
import "../sidepanel/sidepanel.css";
import "../practice-article/article.css";
import "../card/card.css";
import { render } from "preact";
import { defaultSettings } from "../../lib/settings/schema";
import { createPageStrings } from "../../lib/strings";
import { Card } from "../card";
import { Popup, type TabState } from "../popup";
import { PracticeArticle } from "../practice-article";
import { Welcome } from "../welcome";
import { models } from "./models";

const asked = new URLSearchParams(location.search);
const view = asked.get("view") ?? "card.chicago";
const language = asked.get("language") === "es" ? "es" : "en";
const root = document.documentElement;
root.lang = language;
root.dir = asked.get("dir") ?? "ltr";
root.dataset.theme = asked.get("theme") ?? "light";
const t = createPageStrings(language);
const nothing = () => {};

const report: Extract<TabState, { state: "report" }>["report"] = {
  standstill: null,
  host: "www.example.com",
  title: "Mayor and ICE",
  news: true,
  language: "en",
  date: { value: "2019-07-12", from: "json-ld" },
  asOf: "2019-07-12",
  asOfIsToday: false,
  marks: "marks",
  mentions: 12,
  entities: [
    { entity: "us-ice", kind: "organization", title: "Immigration and Customs Enforcement", mentions: 5 },
    { entity: "chicago-il", kind: "jurisdiction", title: "Chicago, Illinois", mentions: 4 },
    { entity: "term-detainer", kind: "term", title: "Detainer", mentions: 3 },
  ],
};

const tabs: Record<string, TabState> = {
  report: { state: "report", report },
  off: { state: "report", report: { ...report, standstill: "off" } },
  paused: { state: "report", report: { ...report, standstill: "paused" } },
  siteOff: { state: "report", report: { ...report, standstill: "site-off" } },
  notNews: { state: "report", report: { ...report, standstill: "not-news" } },
  nothing: { state: "report", report: { ...report, mentions: 0, entities: [] } },
  browserPage: { state: "browser-page" },
  noAccess: { state: "no-access", host: "www.example.com" },
  reload: { state: "reload" },
};

function card(name: string) {
  const model = models[name];
  if (!model) return null;
  return (
    <main>
      <Card
        model={{ ...model, language }}
        t={t}
        language={language}
        why={["“Chicago” stands beside “police” and “ICE”."]}
        canGoBack={name === "more"}
        pinned={name === "stale"}
        lens="article"
        hasArticleDate={name !== "unknownDate"}
        on={{
          close: nothing,
          pin: nothing,
          back: nothing,
          open: nothing,
          lens: nothing,
          mute: nothing,
          report: () => "Mistake in a Newsgloss card",
          copy: async () => ({ copied: false, text: "text" }),
          hideSource: nothing,
          chooseSources: nothing,
        }}
      />
    </main>
  );
}

function popup(name: string) {
  const tab = tabs[name];
  return tab ? (
    <Popup
      t={t}
      language={language}
      settings={{ ...defaultSettings, on: name !== "off" }}
      repaired={name === "reload" ? ["theme"] : []}
      tab={tab}
      sources={[
        { id: "a", publisher: "City", title: "Ordinance", group: "state-local", sentences: 3 },
        { id: "b", publisher: "Paper", title: "Story", group: "news", sentences: 1 },
      ]}
      today="2026-11-24"
      data={{ checked: "2026-08-24", validUntil: name === "nothing" ? "2026-03-31" : "2027-03-31" }}
      on={{
        change: nothing,
        reload: nothing,
        allow: nothing,
        openOptions: nothing,
        openList: nothing,
        loadSources: nothing,
      }}
    />
  ) : null;
}

const [room = "", state = ""] = view.split(".");
const place = document.getElementById("app");
if (place)
  render(
    room === "card" ? (
      card(state)
    ) : room === "popup" ? (
      popup(state)
    ) : room === "practice" ? (
      <PracticeArticle tip={t("practice.tip")} />
    ) : (
      <Welcome
        t={t}
        settings={{ marks: "marks", marksChosen: true }}
        permission="asked"
        practiceAddress="/practice.html"
        on={{ choose: nothing, allow: nothing, openOptions: nothing }}
      />
    ),
    place,
  );
