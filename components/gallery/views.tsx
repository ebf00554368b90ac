/** Every state of every view, by name, with no browser API behind it. */
import type { ComponentChild } from "preact";
import { defaultSettings } from "../../lib/settings/schema";
import type { Strings } from "../../lib/strings/card";
import { Card } from "../card/card";
import { type ImportNews, Options } from "../options";
import { Popup } from "../popup";
import { PracticeArticle } from "../practice-article";
import { SidePanel } from "../sidepanel";
import { Welcome, type WelcomeProps } from "../welcome";
import { chicago, models } from "./models";
import { changedSettings, report, settingsOf, sources, tabs, today } from "./pages";

export interface Look {
  t: Strings;
  language: "en" | "es";
}
type View = (look: Look) => ComponentChild;

const nothing = () => {};

function card(name: string, { t, language }: Look, inline = false) {
  const model = models[name] ?? chicago;
  return (
    <Card
      inline={inline}
      model={{ ...model, language }}
      t={t}
      language={language}
      why={inline ? [] : ["“Chicago” stands beside “police” and “ICE”."]}
      canGoBack={name === "more"}
      pinned={name === "stale"}
      lens="article"
      hasArticleDate={!inline && name !== "unknownDate"}
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
  );
}

function popup(name: string, { t, language }: Look) {
  return (
    <Popup
      t={t}
      language={language}
      settings={{ ...defaultSettings, ...settingsOf[name] }}
      repaired={name === "repaired" || name === "oldAndRepaired" ? ["theme", "lens"] : []}
      tab={tabs[name] ?? { state: "loading" }}
      sources={sources}
      today={today}
      data={{
        checked: "2026-08-24",
        validUntil: name === "old" || name === "oldAndRepaired" ? "2026-03-31" : "2027-03-31",
      }}
      on={{
        change: nothing,
        reload: nothing,
        allow: nothing,
        openOptions: nothing,
        openList: nothing,
        loadSources: nothing,
      }}
    />
  );
}

const imports: Record<string, ImportNews> = {
  imported: { ok: true },
  refused: { ok: false, place: "settings.sitesOff.0", expected: "Invalid string: must match pattern" },
};

function options(name: string, { t, language }: Look) {
  return (
    <Options
      t={t}
      language={language}
      settings={name === "changed" ? changedSettings : defaultSettings}
      repaired={name === "repaired" ? ["sitesOff", "theme"] : name === "allRepaired" ? ["settings"] : []}
      sources={name === "loading" ? null : sources}
      muted={new Map([["chicago-il", { id: "chicago-il", kind: "jurisdiction", title: { en: "Chicago, Illinois" } }]])}
      keys={[
        { name: "next-mention", description: "Next explained word", shortcut: "Alt+Shift+J" },
        { name: "previous-mention", description: "Previous explained word", shortcut: "" },
      ]}
      resting={{ names: new Map([["federal-1", ["Detainer", "Chicago, Illinois"]]]), ask: nothing }}
      imported={imports[name] ?? null}
      today={today}
      header={{ ...chicago.header, validUntil: name === "repaired" ? "2026-03-31" : "2027-03-31" }}
      on={{ change: nothing, importFile: nothing, exportFile: nothing, reset: nothing, changeKeys: nothing }}
    />
  );
}

function panel(name: string, look: Look) {
  const { t, language } = look;
  const reports: Record<string, typeof report | null> = {
    noReader: null,
    resting: { ...report, standstill: "site-off" },
    nothing: { ...report, entities: [], mentions: 0 },
  };
  return (
    <SidePanel
      t={t}
      language={language}
      report={name in reports ? (reports[name] ?? null) : report}
      lens={name === "opened" ? "article" : "today"}
      opened={name === "opened" ? "chicago-il" : null}
      card={card("chicago", look, true)}
      models={name === "opened" ? [{ ...chicago, language }] : []}
      on={{ jump: nothing, toggle: nothing, lens: nothing, print: nothing, saveMarkdown: nothing }}
    />
  );
}

function welcome(permission: WelcomeProps["permission"], marksChosen: boolean, { t }: Look) {
  return (
    <Welcome
      t={t}
      settings={{ marks: "marks", marksChosen }}
      permission={permission}
      practiceAddress="/practice.html"
      on={{ choose: nothing, allow: nothing, openOptions: nothing }}
    />
  );
}

function named(room: string, names: readonly string[], view: (name: string, look: Look) => ComponentChild) {
  return names.map((name): [string, View] => [`${room}.${name}`, (look) => view(name, look)]);
}

export const views: Readonly<Record<string, View>> = Object.fromEntries([
  ...named("card", Object.keys(models), (name, look) => <main>{card(name, look)}</main>),
  ...named("popup", Object.keys(tabs), popup),
  ...named("options", ["first", "changed", "imported", "refused", "repaired", "allRepaired", "loading"], options),
  ...named("panel", ["report", "opened", "noReader", "resting", "nothing"], panel),
  ...named("welcome", ["notNeeded", "asked", "given"], (name, look) =>
    welcome(name === "notNeeded" ? "not-needed" : name === "asked" ? "asked" : "given", name === "given", look),
  ),
  ...named("practice", ["story"], (_, { t }) => <PracticeArticle tip={t("practice.tip")} />),
]);
