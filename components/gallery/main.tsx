/** Shows one state of one view: `?view=NAME&language=es&dir=rtl&theme=dark`. For screenshots and axe; never shipped. */
import "../design.css";
import "../page.css";
import "../controls.css";
import "../popup/popup.css";
import "../options/options.css";
import "../sidepanel/sidepanel.css";
import "../practice-article/article.css";
import "../card/card.css";
import { render } from "preact";
import { createPageStrings } from "../../lib/strings";
import { views } from "./views";

const asked = new URLSearchParams(location.search);
const language = asked.get("language") === "es" ? "es" : "en";
const root = document.documentElement;
root.lang = language;
root.dir = asked.get("dir") ?? "ltr";
root.dataset.theme = asked.get("theme") ?? "light";
const place = document.getElementById("app");
const view = views[asked.get("view") ?? "card.chicago"];
if (place && view) render(view({ t: createPageStrings(language), language }), place);
