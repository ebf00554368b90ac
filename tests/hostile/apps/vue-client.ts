import { createSSRApp } from "vue";
import { App } from "./vue";

Reflect.set(window, "hydrateNow", () => createSSRApp(App).mount("#app"));
