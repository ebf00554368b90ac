/** Sources by group: a switch for each group, and inside each a switch for every source. */
import { useState } from "preact/hooks";
import type { SourceGroup } from "../lib/dataset/records";
import { withItem } from "../lib/settings/rules";
import type { Settings } from "../lib/settings/schema";
import type { Strings } from "../lib/strings/card";
import { groups } from "./kinds";
import type { ListedSource } from "./popup/types";
import { Fold, Switch } from "./ui";

export interface SourcesProps {
  t: Strings;
  settings: Pick<Settings, "hiddenGroups" | "hiddenSources">;
  sources: readonly ListedSource[];
  change(change: (settings: Settings) => Partial<Settings>): void;
  /** Only sources that hold this text are listed, and their groups are open. */
  filter?: string;
  /** Which entities cite a source, where there is room to say so. */
  resting?: { names: ReadonlyMap<string, readonly string[]>; ask(source: string): void };
}

/** So many sources are drawn at first: the long groups have hundreds. */
const step = 40;

/** True when a source has this lower-case text in its name. */
export function holds(source: ListedSource, wanted: string): boolean {
  return `${source.publisher} ${source.title} ${source.id}`.toLowerCase().includes(wanted);
}

/** Opens to the names of what would lose a sentence without this source. */
function RestingNames({ t, source, resting }: Required<Pick<SourcesProps, "t" | "resting">> & { source: string }) {
  const [opened, setOpened] = useState(false);
  const names = resting.names.get(source);
  return (
    <div class="resting">
      <button
        type="button"
        class="link soft"
        aria-expanded={opened}
        onClick={() => {
          setOpened(!opened);
          resting.ask(source);
        }}
      >
        {t("pages.rests-on-it")}
      </button>
      {opened && <p class="soft">{names === undefined ? "…" : names.join(" · ")}</p>}
    </div>
  );
}

function Group({ group, all, props }: { group: SourceGroup; all: readonly ListedSource[]; props: SourcesProps }) {
  const { t, settings, change, resting, filter = "" } = props;
  const [opened, setOpened] = useState(false);
  const [most, setMost] = useState(step);
  const wanted = filter.trim().toLowerCase();
  const sources = wanted === "" ? all : all.filter((source) => holds(source, wanted));
  if (sources.length === 0) return null;
  const isOn = !settings.hiddenGroups.includes(group);
  const sentences = sources.reduce((sum, source) => sum + source.sentences, 0);
  return (
    <li>
      <Switch
        label={t(`group.${group}`)}
        detail={t("pages.source-count", { sources: sources.length, sentences })}
        on={isOn}
        change={(on) => change((now) => ({ hiddenGroups: withItem(now.hiddenGroups, group, !on) }))}
      />
      {isOn && (
        <Fold title={t("pages.single-sources")} open={opened || wanted !== ""} toggle={setOpened}>
          <ul>
            {sources.slice(0, most).map((source) => (
              <li key={source.id}>
                <Switch
                  label={`${source.publisher}: ${source.title}`}
                  detail={t("pages.sentences", { count: source.sentences })}
                  on={!settings.hiddenSources.includes(source.id)}
                  change={(on) => change((now) => ({ hiddenSources: withItem(now.hiddenSources, source.id, !on) }))}
                />
                {resting && <RestingNames t={t} source={source.id} resting={resting} />}
              </li>
            ))}
          </ul>
          {sources.length > most && (
            <button type="button" class="link" onClick={() => setMost(most + 200)}>
              {t("pages.show-more", { count: sources.length - most })}
            </button>
          )}
        </Fold>
      )}
    </li>
  );
}

export function SourcesList(props: SourcesProps) {
  const of = (group: SourceGroup) =>
    props.sources.filter((source) => source.group === group).sort((a, b) => b.sentences - a.sentences);
  return (
    <ul>
      {groups.map((group) => (
        <Group key={group} group={group} all={of(group)} props={props} />
      ))}
    </ul>
  );
}
