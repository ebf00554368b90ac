/** Draws cards and tells how far each first view is taller than its room; for card-fits.test.ts. */
import { render } from "preact";
import { Card, cardCss } from "../../../components/card";
import type { CardModel } from "../../../lib/context";
import { createStrings } from "../../../lib/strings/card";

const sheet = new CSSStyleSheet();
sheet.replaceSync(cardCss);
document.adoptedStyleSheets = [sheet];
const frame = document.createElement("div");
document.body.append(frame);
const nothing = () => {};

export function overflow(model: CardModel): number {
  render(
    <Card
      model={model}
      t={createStrings(model.language)}
      language={model.language}
      why={["Why."]}
      canGoBack={false}
      pinned={false}
      lens="article"
      hasArticleDate
      on={{
        ...{ close: nothing, pin: nothing, back: nothing, open: nothing, lens: nothing, mute: nothing },
        report: () => "",
        copy: async () => ({ copied: true, text: "" }),
        hideSource: nothing,
        chooseSources: nothing,
      }}
    />,
    frame,
  );
  const body = frame.querySelector(".card-body");
  const card = frame.querySelector(".card");
  // Below zero: how much of the most that a card may take is left.
  const most = 540;
  if (!body || !card) throw new Error("no card was drawn");
  const over = body.scrollHeight - body.clientHeight;
  return over > 0 ? over : card.getBoundingClientRect().height - most;
}

Object.assign(globalThis, { overflow });
