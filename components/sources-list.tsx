/** Sources by group: a switch for each group, and inside each a switch for every source. */
import { useState } from "preact/hooks";
import type { SourceGroup } from "../lib/dataset/records";
import { withItem } from "../lib/settings/rules";
import type { Settings } from "../lib/settings/schema";
import type { Strings } from "../lib/strings/card";
import { folded } from "./find";
import { groups } from "./kinds";
import type { ListedSource } from "./popup/types";
import { Fold, Switch, Tick } from "./ui";

type SourceSettings = Pick<Settings, "hiddenGroups" | "hiddenSources">;

export interface SourcesProps {
  t: Strings;
  settings: SourceSettings;
  sources: readonly ListedSource[];
  change(change: (settings: Settings) => Partial<Settings>): void;
  /** Only sources that hold this text are listed, and their groups are open. */
  filter?: string;
  /** Which entities cite a source, where there is room to say so. */
  resting?: { names: ReadonlyMap<string, readonly string[]>; ask(source: string): void };
}

/** So many sources are drawn at first: the long groups have hundreds. */
const step = 40;

/** True when a source has this folded text in its name. */
export function holds(source: ListedSource, wanted: string): boolean {
  return folded(`${source.publisher} ${source.title} ${source.id}`).includes(wanted);
}

function isGroupOn(settings: SourceSettings, group: SourceGroup): boolean {
  return !settings.hiddenGroups.includes(group);
}

function groupSwitch({ t, settings, change }: Pick<SourcesProps, "t" | "settings" | "change">, group: SourceGroup) {
  return {
    label: t(`group.${group}`),
    on: isGroupOn(settings, group),
    change: (on: boolean) => change((now) => ({ hiddenGroups: withItem(now.hiddenGroups, group, !on) })),
  };
}

/** The seven groups alone, each one press away. */
export function GroupTicks(props: Pick<SourcesProps, "t" | "settings" | "change">) {
  return (
    <ul class="ticks">
      {groups.map((group) => (
        <li key={group}>
          <Tick {...groupSwitch(props, group)} />
        </li>
      ))}
    </ul>
  );
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

function SingleSources({ sources, props }: { sources: readonly ListedSource[]; props: SourcesProps }) {
  const { t, settings, change, resting } = props;
  const [most, setMost] = useState(step);
  return (
    <>
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
    </>
  );
}

function Group({
  group,
  sources,
  props,
}: {
  group: SourceGroup;
  sources: readonly ListedSource[];
  props: SourcesProps;
}) {
  const { t, settings, filter = "" } = props;
  const [opened, setOpened] = useState(false);
  const sentences = sources.reduce((sum, source) => sum + source.sentences, 0);
  return (
    <li>
      <Switch {...groupSwitch(props, group)} detail={t("pages.source-count", { sources: sources.length, sentences })} />
      {isGroupOn(settings, group) && (
        <Fold title={t("pages.single-sources")} open={opened || filter.trim() !== ""} toggle={setOpened}>
          <SingleSources sources={sources} props={props} />
        </Fold>
      )}
    </li>
  );
}

/** The sources of each group that the filter lets through, those that carry most first; groups with none are left out. */
function byGroup({ sources, filter = "" }: SourcesProps): { group: SourceGroup; listed: ListedSource[] }[] {
  const wanted = folded(filter.trim());
  const listed = wanted === "" ? sources : sources.filter((source) => holds(source, wanted));
  return groups
    .map((group) => ({
      group,
      listed: listed.filter((source) => source.group === group).sort((a, b) => b.sentences - a.sentences),
    }))
    .filter((one) => one.listed.length > 0);
}

/** Groups with their switches, each opening to its sources. */
export function SourcesList(props: SourcesProps) {
  return (
    <ul>
      {byGroup(props).map(({ group, listed }) => (
        <Group key={group} group={group} sources={listed} props={props} />
      ))}
    </ul>
  );
}

/** Single sources under a search field, by group, where the switches of the groups stand elsewhere. */
export function SourceFinder(props: Omit<SourcesProps, "filter">) {
  const { t, settings } = props;
  const [text, setText] = useState("");
  const [opened, setOpened] = useState<SourceGroup | null>(null);
  const isFiltered = text.trim() !== "";
  const found = byGroup({ ...props, filter: text });
  return (
    <div class="stack-tight">
      <input
        class="field"
        type="search"
        aria-label={t("pages.find-source")}
        placeholder={t("pages.find-source")}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p class="soft" role="status">
        {found.length === 0 ? t("pages.no-source", { text }) : ""}
      </p>
      <ul>
        {found.map(({ group, listed }) => (
          <li key={group}>
            {isGroupOn(settings, group) ? (
              <Fold
                title={t(`group.${group}`)}
                aside={String(listed.length)}
                open={isFiltered || opened === group}
                toggle={(open) => setOpened(open ? group : null)}
              >
                <SingleSources sources={listed} props={props} />
              </Fold>
            ) : (
              <p class="soft fold-off">{t("pages.group-off", { group: t(`group.${group}`) })}</p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
