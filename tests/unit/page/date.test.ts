import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { readFacts } from "../../../lib/page";
import { dayOrderOf } from "../../../lib/page/date-gather";
import { dateInAddress, findDay, parseMachineDate, parseVisibleDate } from "../../../lib/page/date-parse";

const now = new Date("2026-06-01T12:00:00Z");

function dateOf(html: string, address = "https://paper.example/story") {
  const { document } = parseHTML(`<!doctype html><html lang="en-US">${html}</html>`);
  return readFacts(document as unknown as Document, address, undefined, now).date;
}

const linked = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe("dates for machines", () => {
  it.each([
    ["2019-07-15", "2019-07-15", "none"],
    ["2019-07-15T23:30:00-05:00", "2019-07-15", "stated"],
    ["2019-07-15T23:30:00Z", "2019-07-15", "universal"],
    ["2019-07-15T23:30:00+00:00", "2019-07-15", "universal"],
    ["2019-7-5 04:00", "2019-07-05", "none"],
    ["20190715", "2019-07-15", "none"],
    ["20190715T103000Z", "2019-07-15", "universal"],
    ["1563148800", "2019-07-15", "universal"],
    ["1563148800000", "2019-07-15", "universal"],
    ["Mon, 15 Jul 2019 16:07:38 -0600", "2019-07-15", "stated"],
    ["Tue Nov 19 2019 05:44:06 GMT+0000", "2019-11-19", "universal"],
    ["Mon Jul 15 10:20:00 EDT 2019", "2019-07-15", "stated"],
    ["19 Nov 2019 07:09 GMT", "2019-11-19", "universal"],
    ["01:38:07 PM IST Nov 20, 2019", "2019-11-20", "stated"],
    ["July 15, 2019", "2019-07-15", "none"],
    ['\\"2022-10-25T08:00:00-0400\\"', "2022-10-25", "stated"],
  ])("%s", (value, day, zone) => {
    expect(parseMachineDate(value)).toMatchObject({ day, zone });
  });

  it.each(["", "2019", "yesterday", "2019-02-30", "2019-13-01", "not a date at all", "x".repeat(500)])(
    "refuses %s",
    (value) => expect(parseMachineDate(value)).toBeNull(),
  );
});

describe("dates for readers", () => {
  it.each([
    ["Published July 15, 2019 at 4:10 p.m. EDT", "2019-07-15"],
    ["Sept. 3, 2019", "2019-09-03"],
    ["By A. Writer | 15th July 2019", "2019-07-15"],
    ["15 de julio de 2019 a las 10:30", "2019-07-15"],
    ["3 de setiembre del 2019", "2019-09-03"],
    ["Publicado el 15 jul. 2019", "2019-07-15"],
    ["le 15 juillet 2019", "2019-07-15"],
    ["15. März 2019", "2019-03-15"],
    ["15.03.2019, 07:11", "2019-03-15"],
    ["2019年4月19日（金）", "2019-04-19"],
    ["2019. 4. 19", "2019-04-19"],
    ["Jul 15 2019 10:11 AM", "2019-07-15"],
    ["July 15 10:11 AM 2019", "2019-07-15"],
    ["13/07/2019", "2019-07-13"],
    ["1 comment 2019, 5 July 2019", "2019-07-05"],
  ])("%s", (text, day) => {
    expect(findDay(text, "unknown")?.day).toBe(day);
  });

  it("reads 03/04/2019 only as the page's language does", () => {
    expect(findDay("03/04/2019", "unknown")).toBeNull();
    expect(findDay("03/04/2019", "month-first")?.day).toBe("2019-03-04");
    expect(findDay("03/04/2019", "day-first")?.day).toBe("2019-04-03");
    expect(dayOrderOf("en-US", "paper.co.uk")).toBe("month-first");
    expect(dayOrderOf("en", "paper.co.uk")).toBe("day-first");
    expect(dayOrderOf("es", "paper.com")).toBe("day-first");
  });

  it.each(["Room 2019", "call 555-2019-11", "June 31, 2019", "in 2019", "May 2019", "22 hours ago"])(
    "no day in %s",
    (text) => {
      expect(findDay(text, "month-first")).toBeNull();
    },
  );

  it("keeps the time and zone beside the day", () => {
    expect(parseVisibleDate("Nov. 18, 2019 8:15 pm CST", "unknown")).toEqual({
      day: "2019-11-18",
      minutes: 20 * 60 + 15,
      zone: "stated",
    });
  });
});

describe("dates in addresses", () => {
  it.each([
    ["https://a.example/2019/07/15/story", "2019-07-15"],
    ["https://a.example/story/2019-7-5/x", "2019-07-05"],
    ["https://a.example/2009/oct/14/business/x", "2009-10-14"],
    ["https://a.example/articles/19/11/18/x", "2019-11-18"],
    ["https://a.example/news/story-20210711", "2021-07-11"],
    ["https://a.example/2019/07/story", "2019-07"],
    ["https://a.example/2019/13/45/story", null],
    ["https://a.example/id/12345678/", null],
    ["https://a.example/?d=2019-07-15", null],
  ])("%s", (address, day) => expect(dateInAddress(address)).toBe(day));
});

describe("the article's date", () => {
  it("trusts JSON-LD over meta over time over the address", () => {
    const meta = '<meta property="article:published_time" content="2019-07-14T10:00:00-05:00">';
    const ld = linked({ "@graph": [{ "@type": "NewsArticle", headline: "A", datePublished: "2019-07-15" }] });
    const time = "<h1>A</h1><time datetime='2019-07-13'>x</time>";
    const address = "https://p.example/2019/07/12/a";
    const all = dateOf(`<head>${meta}${ld}</head><body>${time}</body>`, address);
    expect([all.value, all.from]).toEqual(["2019-07-15", "json-ld"]);
    expect(all.evidence.map((item) => item.value)).toEqual(["2019-07-15", "2019-07-14", "2019-07-13", "2019-07-12"]);
    expect(dateOf(`<head>${meta}</head><body>${time}</body>`, address).from).toBe("meta");
    expect(dateOf(`<body>${time}</body>`, address).from).toBe("time");
    expect(dateOf("<body></body>", address)).toMatchObject({ value: "2019-07-12", from: "address" });
  });

  it("chooses the article that is this page's among several", () => {
    const html = `<head><title>Second story of the day</title>${linked([
      { "@type": "NewsArticle", headline: "First story of the day", url: "/one", datePublished: "2019-01-01" },
      { "@type": "NewsArticle", headline: "Second story of the day", datePublished: "2019-07-15" },
      { "@type": "ItemList", itemListElement: [{ "@type": "NewsArticle", datePublished: "2018-01-01" }] },
    ])}</head><body></body>`;
    expect(dateOf(html).value).toBe("2019-07-15");
  });

  it.each([
    ["an address", "<body></body>", "https://p.example/2019/07/14/a"],
    ["a visible line", "<body><h1>A headline</h1><p>July 14, 2019</p></body>", "https://p.example/a"],
  ])("takes the publisher's own day for a UTC time from %s", (_, body, address) => {
    const html = `<head>${linked({ "@type": "NewsArticle", datePublished: "2019-07-15T02:00:00Z" })}</head>${body}`;
    expect(dateOf(html, address).value).toBe("2019-07-14");
  });

  it("keeps the day of a UTC time where nothing says otherwise, or the other day cannot be", () => {
    const at = (time: string) => `<head>${linked({ "@type": "NewsArticle", datePublished: time })}</head><body></body>`;
    expect(dateOf(at("2019-07-15T02:00:00Z")).value).toBe("2019-07-15");
    expect(dateOf(at("2019-07-15T18:00:00Z"), "https://p.example/2019/07/14/a").value).toBe("2019-07-15");
    expect(dateOf(at("2019-07-15T02:00:00-05:00"), "https://p.example/2019/07/14/a").value).toBe("2019-07-15");
  });

  it.each(["0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2031-01-01", "2019-02-31"])(
    "drops the impossible %s",
    (value) => {
      const html = `<head>${linked({ "@type": "NewsArticle", datePublished: value })}</head><body></body>`;
      expect(dateOf(html)).toMatchObject({ value: null, from: "none" });
      expect(dateOf(html, "https://p.example/2019/07/15/a").value).toBe("2019-07-15");
    },
  );

  it("does not take a day of change for the day of publication", () => {
    const html = "<body><h1>A headline</h1><p>Updated July 16, 2019</p></body>";
    expect(dateOf(html)).toMatchObject({ value: null, modified: "2019-07-16" });
  });

  it("is not taken from comments or side lists", () => {
    const html =
      "<body><h1>A headline</h1><aside><time datetime='2018-01-01'></time></aside><div class='comments'><time datetime='2018-01-02'></time></div></body>";
    expect(dateOf(html).value).toBeNull();
  });

  it("says a month where only the address says one", () => {
    expect(dateOf("<body></body>", "https://p.example/2019/07/a").value).toBe("2019-07");
  });

  it("reads JSON-LD that is not quite JSON", () => {
    const script = (source: string) =>
      `<head><script type="application/ld+json">${source}</script></head><body></body>`;
    expect(dateOf(script('{"@type":"NewsArticle","headline":"a\nb","datePublished":"2019-07-15"};')).value).toBe(
      "2019-07-15",
    );
    expect(dateOf(script('/*<![CDATA[*/{"@type":"NewsArticle","datePublished":"2019-07-15",}/*]]>*/')).value).toBe(
      "2019-07-15",
    );
    expect(dateOf(script("{")).value).toBeNull();
  });
});
