/** The few controls that the extension's pages are made of. */
import type { ComponentChildren } from "preact";

/** A switch with its label; the whole row can be pressed. */
export function Switch({
  label,
  detail,
  on,
  change,
  strong,
}: {
  label: string;
  detail?: string | undefined;
  on: boolean;
  change(on: boolean): void;
  strong?: boolean;
}) {
  return (
    <button type="button" role="switch" aria-checked={on} class="switch" onClick={() => change(!on)}>
      <span class="switch-text">
        <span class={strong ? "strong" : undefined}>{label}</span>
        {detail !== undefined && <span class="soft"> {detail}</span>}
      </span>
      <span class="switch-track" aria-hidden="true" />
    </button>
  );
}

/** A switch that needs little room, for several side by side. */
export function Tick({ label, on, change }: { label: string; on: boolean; change(on: boolean): void }) {
  return (
    <button type="button" role="switch" aria-checked={on} class="tick" onClick={() => change(!on)}>
      <span class="tick-box" aria-hidden="true" />
      <span class="tick-text">{label}</span>
    </button>
  );
}

/** One of a few, side by side. */
export function Choice<Value extends string>({
  legend,
  name,
  value,
  options,
  change,
  hideLegend,
}: {
  legend: string;
  name: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  change(value: Value): void;
  hideLegend?: boolean;
}) {
  return (
    <fieldset class="choice-set">
      <legend class={hideLegend ? "unseen" : undefined}>{legend}</legend>
      <div class="segments">
        {options.map((option) => (
          <label key={option.value} class="segment">
            <input type="radio" name={name} checked={value === option.value} onChange={() => change(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A part that opens; its content is made only when it is first opened. */
export function Fold({
  title,
  aside,
  open,
  toggle,
  children,
}: {
  title: ComponentChildren;
  aside?: string | undefined;
  open: boolean;
  toggle(open: boolean): void;
  children: ComponentChildren;
}) {
  return (
    <div class="fold">
      <button type="button" class="fold-head" aria-expanded={open} onClick={() => toggle(!open)}>
        <span class="fold-mark" aria-hidden="true" />
        <span class="fold-title">{title}</span>
        {aside !== undefined && <span class="soft">{aside}</span>}
      </button>
      {open && <div class="fold-body">{children}</div>}
    </div>
  );
}

export function Notice({ children, action }: { children: ComponentChildren; action?: ComponentChildren }) {
  return (
    <div class="page-notice">
      <p>{children}</p>
      {action}
    </div>
  );
}
