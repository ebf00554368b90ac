import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";
import { App } from "./vue";

export const html = (): Promise<string> => renderToString(createSSRApp(App));
