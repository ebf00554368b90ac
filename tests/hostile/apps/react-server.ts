import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { App } from "./react";

export const html = async (): Promise<string> => renderToString(createElement(App));
