import { hydrate } from "svelte";
import App from "./app.svelte";

Reflect.set(window, "hydrateNow", () => hydrate(App, { target: document.getElementById("app") }));
