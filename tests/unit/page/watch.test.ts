// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type PageText, readText, TextReader, watchPage } from "../../../lib/page";
import { Governor } from "../../../lib/page/governor";
import { pageAddress } from "../../../lib/page/navigation";

let end: AbortController;
let texts: PageText[];
let removed: Node[];
let navigations: string[];

function watch(more: Partial<Parameters<typeof watchPage>[0]> = {}) {
  watchPage({
    document,
    signal: end.signal,
    onText: (news) => texts.push(...news),
    onRemoved: (nodes) => removed.push(...nodes),
    onNavigate: (reason) => navigations.push(reason),
    ...more,
  });
}

const settle = (milliseconds = 250) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const seen = () => texts.map((piece) => piece.text);

beforeEach(() => {
  document.body.innerHTML = "<main><p id='one'>first <b>words</b></p><p id='two'>second</p></main>";
  end = new AbortController();
  texts = [];
  removed = [];
  navigations = [];
});

afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

const element = (selector: string) => document.querySelector(selector) as HTMLElement;

describe("watching a page", () => {
  it("reports nothing while nothing changes", async () => {
    watch();
    await settle();
    expect(seen()).toEqual([]);
  });

  it("reports added blocks once, and nothing else", async () => {
    watch();
    const section = document.createElement("section");
    section.innerHTML = "<p>new one</p><p>new two</p>";
    element("main").append(section);
    section.append(document.createElement("p"));
    section.lastElementChild!.textContent = "new three";
    await settle();
    expect(seen()).toEqual(["new one\nnew two\nnew three"]);
  });

  it("reads the whole block when words in it change", async () => {
    watch();
    (element("#one").firstChild as Text).data = "other ";
    await settle();
    expect(seen()).toEqual(["other words"]);
  });

  it("reads the whole block when inline text comes or goes", async () => {
    watch();
    element("#one").append("!");
    await settle();
    expect(seen()).toEqual(["first words!"]);
    element("b").remove();
    await settle();
    expect(seen().at(-1)).toBe("first !");
  });

  it("leaves the blocks inside a changed block alone", async () => {
    watch();
    element("main").append("loose end");
    await settle();
    expect(seen()).toEqual(["loose end"]);
  });

  it("reports removed nodes, but not moved ones", async () => {
    watch();
    const two = element("#two");
    element("main").prepend(two);
    const one = element("#one");
    one.remove();
    await settle();
    expect(removed).toEqual([one]);
    expect(seen()).toEqual(["second"]);
  });

  it("withdraws what becomes editable or hidden, and reads it again afterwards", async () => {
    watch();
    element("#one").setAttribute("contenteditable", "true");
    await settle();
    expect(removed).toEqual([element("#one")]);
    expect(seen()).toEqual([]);
    element("#one").removeAttribute("contenteditable");
    await settle();
    expect(seen()).toEqual(["first words"]);
  });

  it("ignores our own host", async () => {
    const host = document.createElement("div");
    watch({ isOurs: (node) => node === host });
    document.documentElement.append(host);
    host.textContent = "ours";
    host.remove();
    await settle();
    expect(seen()).toEqual([]);
    expect(removed).toEqual([]);
  });

  it("finds open shadow roots and follows them", async () => {
    const root = element("#two").attachShadow({ mode: "open" });
    root.innerHTML = "<p>in the shade</p>";
    watch();
    await settle();
    expect(seen()).toEqual(["in the shade"]);
    expect(texts[0]?.shadowRoots).toEqual([root]);
    root.append(Object.assign(document.createElement("p"), { textContent: "more shade" }));
    await settle();
    expect(seen()).toEqual(["in the shade", "more shade"]);
  });

  it("goes on with a reader that has text left", async () => {
    element("main").innerHTML = Array.from({ length: 40 }, (_, index) => `<p>paragraph ${index}</p>`).join("");
    const reader = new TextReader(document);
    const first = reader.read(50)!.text;
    watch({ rest: reader });
    await settle(400);
    expect([first, ...seen()].join("\n")).toBe(readText(document).text);
  });

  it("is silent after the end", async () => {
    watch();
    element("#one").append("!");
    end.abort();
    await settle();
    expect(seen()).toEqual([]);
  });

  it("tells a new address once the page has changed and rested", async () => {
    watch();
    history.pushState(null, "", "/next-story");
    element("main").innerHTML = "<p>next story</p>";
    await settle(60);
    expect(navigations).toEqual([]);
    await settle(300);
    expect(navigations).toEqual(["address"]);
    history.pushState(null, "", "/next-story#comments");
    element("main").append("x");
    await settle(300);
    expect(navigations).toEqual(["address"]);
  });

  it("reads everything again after more changes than it can remember", async () => {
    watch();
    for (let index = 0; index < 5000; index++) {
      const text = document.createTextNode("");
      element("main").append(text);
      text.remove();
    }
    await settle(400);
    expect(seen().join("\n")).toContain("first words\nsecond");
  });
});

describe("addresses", () => {
  it("count a fragment only where it carries a route", () => {
    expect(pageAddress("https://a.example/x#part")).toBe("https://a.example/x");
    expect(pageAddress("https://a.example/#/x")).toBe("https://a.example/#/x");
    expect(pageAddress("https://a.example/#!x")).toBe("https://a.example/#!x");
  });
});

describe("the governor", () => {
  it("serves the first work at once and an endless loop at its share", () => {
    let time = 0;
    const governor = new Governor({ share: 0.02, burst: 80, now: () => time });
    let worked = 0;
    const minute = 60_000;
    expect(governor.waitFor(4)).toBe(0);
    while (time < minute) {
      time += governor.waitFor(4);
      governor.charge(4);
      worked += 4;
      time += 4;
    }
    expect(worked).toBeLessThanOrEqual(minute * 0.02 + 80 + 4);
    expect(worked).toBeGreaterThan(minute * 0.02);
  });

  it("is not confused by a clock set back", () => {
    let time = 1000;
    const governor = new Governor({ now: () => time });
    governor.charge(10);
    time = 0;
    expect(governor.balance).toBe(70);
  });
});
