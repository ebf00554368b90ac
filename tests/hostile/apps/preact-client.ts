import "preact/debug";
import { h, hydrate } from "preact";
import { App } from "./preact";

Reflect.set(window, "hydrateNow", () => hydrate(h(App, null), document.getElementById("app") as HTMLElement));
