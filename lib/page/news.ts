/**
 * Is this page one news article? A sum of weighted evidence over facts gathered from the page. Pure.
 * Counts as news: a report, an analysis, an opinion piece or a live blog on current events. Does not: front pages, lists
 * of stories, shops, forums, documentation, how-tos, recipes, deals.
 */
import { isArticleType, isNewsType, isOtherType } from "./schema-types";
import type { LinkedNode, Meta } from "./structured-data";
import { metaOf } from "./structured-data";
import type { PageFacts } from "./types";

export interface NewsFacts {
  address: string;
  title: string;
  headline: string;
  /** JSON-LD nodes that speak of this page's article, best first. */
  article: LinkedNode[];
  linked: LinkedNode[];
  metas: Meta[];
  /** `itemtype` values of schema.org microdata around the headline or at the page's top. */
  itemTypes: string[];
  /** Number of `<article>` elements. */
  articleElements: number;
  /** UTF-16 length of all visible text, and of its long lines (prose). */
  textLength: number;
  proseLength: number;
  proseLines: number;
  /** The first 400 units of the prose. */
  opening: string;
  /** Per thousand words of prose: words of reporting (said, told, según …), and words that address the reader. */
  reporting: number;
  addressing: number;
  hasByline: boolean;
  hasDate: boolean;
  /** A time of day stands with the date by the headline, as newsrooms show it. */
  showsClock: boolean;
  siteName: string;
}

type Finding = PageFacts["newsEvidence"][number];

const NEWS_THRESHOLD = 3.25;

const storySegments =
  /^(?:news|article|articles|articulo|noticias|noticia|story|stories|politics|politica|us-news|world|us|national|nation|local|crime|opinion|opinions|immigration|inmigracion|nyregion|elections?|business|economy|sports?|nfl|nba|entertainment|celebrity|health|science|tech(?:nology)?|nachrichten|politik|actualites?|nouvelle|metro|money|markets)$/;
const otherSegments =
  /^(?:forums?|threads?|topic|t|questions|wiki|docs?|documentation|manual|reference|product|products|dp|shop|store|cart|checkout|jobs?|careers|search|tag|tags|category|author|user|users|profile|recipes?|howto|how-to|coupons?|deals?|download|downloads|help|support|about|login|press-releases?|release|books?|pricing|events?|lyrics|watch|playlist)$/;
const otherHosts = /^(?:docs?|forums?|shop|store|support|help|wiki|developer|community|careers|jobs|gist)\./;
const publicHosts = /\.(?:gov|mil|edu)$|\.(?:gov|ac|edu)\.[a-z]{2}$/;
const otherTitles =
  /\b(?:how to|recipes?|gift guide|best (?:\w+ ){0,3}(?:deals?|of)|deals? (?:of|on|for)|coupons?|promo codes?|buying guide|lyrics|tutorial|documentation|release notes|tips (?:to|for)|ways to|cómo hacer|recetas?|horoscope|buy (?:it )?(?:now|online)|free shipping|for sale)\b/i;
const reviewTitles = /\b(?:review|hands-on|unboxing|specs|vs\.)\b/i;
/** "CHICAGO (AP) —", "MIAMI, July 4 —", "PARIS — ". */
const dateline =
  /^[\s"“]*[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’ -]{2,30}(?:,\s[A-Za-z\u00c0-\u00ff. ]{2,20})?(?:,? (?:[A-Za-z]+\.? \d{1,2}(?:, \d{4})?))?\s*(?:\([^)]{2,40}\)\s*)?(?:[—–]|--| - )\s?\S/;
const wires = /\((?:AP|Reuters|AFP|CNN|UPI|EFE|Bloomberg|WLS|KTLA|CBS[\w /]*|NBC[\w /]*|ABC[\w /]*|FOX[\w /]*)\)/i;
const newsNames =
  /news|times|\bpost\b|herald|tribune|daily|journal|gazette|chronicle|today|press\b|magazine|zeitung|noticias|diario|periódico|courier|observer|standard|globe|sentinel|examiner|reuters|\bAP\b|\bBBC\b|\bNBC|\bCBS\b|\bABC|\bCNN|\bFOX|\bNPR\b|univision|telemundo|\bradio\b|\btv\b|presse\b|prensa|\bzeit\b|blatt\b|kurier|heraldo|jornal|giornale|nouvelles|nachrichten|\bmundo\b|ニュース|新聞/i;
const docGenerators =
  /sphinx|mkdocs|docusaurus|gitbook|doxygen|javadoc|vuepress|vitepress|discourse|phpbb|vbulletin|xenforo|mediawiki|shopify|magento|woocommerce|prestashop|smf\b/i;

function fromLinkedData(facts: NewsFacts): Finding[] {
  const types = facts.article.flatMap((node) => node.types);
  const top = facts.linked.filter((node) => !node.listed).flatMap((node) => node.types);
  const news = types.find(isNewsType);
  if (news) return [{ code: "json-ld-news", weight: 2.5, detail: news }];
  const other = top.find(isOtherType);
  const article = types.find(isArticleType);
  const found: Finding[] = [];
  if (article) found.push({ code: "json-ld-article", weight: 0.25, detail: article });
  if (other) found.push({ code: "json-ld-other", weight: article ? -2 : -4, detail: other });
  const item = facts.itemTypes.find(isNewsType);
  if (item) found.push({ code: "microdata-news", weight: 1, detail: item });
  return found;
}

function fromMetas(facts: NewsFacts): Finding[] {
  const found: Finding[] = [];
  const kind = metaOf(facts.metas, "og:type")?.toLowerCase() ?? "";
  if (kind === "article" || kind.endsWith(":article") || kind === "news")
    found.push({ code: "og-article", weight: 0.5 });
  else if (/product|profile|book|music|video|game|recipe|object|place|restaurant/.test(kind)) {
    found.push({ code: "og-other", weight: -2.5, detail: kind });
  } else if (kind === "website" || kind === "blog") found.push({ code: "og-website", weight: -0.5, detail: kind });
  const published = metaOf(facts.metas, "article:published_time", "article:published", "article.published");
  if (published) found.push({ code: "meta-published", weight: 0.25 });
  const opinion = metaOf(facts.metas, "article:opinion", "article:content_tier");
  // Publishers state these two for news alone: they are Facebook's news labels.
  if (opinion !== null) found.push({ code: "meta-news-label", weight: 2 });
  const parsed = metaOf(facts.metas, "parsely-pub-date", "sailthru.date", "news_keywords", "cxenseparse:publishtime");
  if (parsed !== null) found.push({ code: "meta-news-tool", weight: 1 });
  if (newsNames.test(facts.siteName)) found.push({ code: "site-news-name", weight: 1, detail: facts.siteName });
  if (facts.linked.some((node) => node.types.includes("NewsMediaOrganization"))) {
    found.push({ code: "json-ld-news-publisher", weight: 1 });
  }
  const generator = metaOf(facts.metas, "generator") ?? "";
  if (docGenerators.test(generator))
    found.push({ code: "generator-other", weight: -4, detail: generator.slice(0, 40) });
  return found;
}

function fromAddress(facts: NewsFacts): Finding[] {
  let url: URL;
  try {
    url = new URL(facts.address);
  } catch {
    return [];
  }
  const found: Finding[] = [];
  const host = url.hostname.replace(/^www\./, "");
  const segments = url.pathname.toLowerCase().split("/").filter(Boolean);
  const last = (segments.at(-1) ?? "").replace(/\.[a-z]{3,5}$/, "");
  if (
    segments.length === 0 ||
    /^(?:index|home|default|portada|inicio)$/.test(segments.join("/").replace(/\.\w+$/, ""))
  ) {
    return [{ code: "address-front", weight: -5 }];
  }
  if (/\/(?:19|20)\d{2}[/-](?:\d{1,2}|[a-z]{3})(?:[/-]|$)|\/\d{2}\/\d{2}\/\d{2}\/|(?:19|20)\d{6}/.test(url.pathname)) {
    found.push({ code: "address-date", weight: 0.5 });
  }
  if (last.split(/[-_]/).length >= 4) found.push({ code: "address-slug", weight: 0.25 });
  const story = segments.slice(0, -1).find((segment) => storySegments.test(segment));
  if (story) found.push({ code: "address-section", weight: 1, detail: story });
  const other = segments.find((segment) => otherSegments.test(segment));
  if (other) found.push({ code: "address-other", weight: -2.5, detail: other });
  if (otherHosts.test(host)) found.push({ code: "host-other", weight: -2.5, detail: host });
  if (publicHosts.test(host)) found.push({ code: "host-public", weight: -4, detail: host });
  if (/(?:^|[.-])(?:blog|blogs)[.-]/.test(host) || segments[0] === "blog")
    found.push({ code: "address-blog", weight: -1.5 });
  if (newsNames.test(host)) {
    found.push({ code: "host-news-word", weight: 1.5, detail: host });
  }
  return found;
}

function fromText(facts: NewsFacts): Finding[] {
  const found: Finding[] = [];
  if (facts.proseLength >= 1200) found.push({ code: "prose-long", weight: 1 });
  else if (facts.proseLength >= 450) found.push({ code: "prose-some", weight: 0.5 });
  else if (facts.proseLength < 200) found.push({ code: "prose-none", weight: -3 });
  const prose = facts.textLength > 0 ? facts.proseLength / facts.textLength : 0;
  if (prose < 0.25 && facts.proseLength < 1500) {
    found.push({ code: "mostly-short-lines", weight: -1, detail: prose.toFixed(2) });
  }
  if (facts.reporting >= 8) found.push({ code: "reporting-much", weight: 2.5, detail: facts.reporting.toFixed(0) });
  else if (facts.reporting >= 3)
    found.push({ code: "reporting-some", weight: 1.5, detail: facts.reporting.toFixed(0) });
  if (facts.addressing >= 20)
    found.push({ code: "addressing-much", weight: -2.5, detail: facts.addressing.toFixed(0) });
  else if (facts.addressing >= 8)
    found.push({ code: "addressing-some", weight: -0.75, detail: facts.addressing.toFixed(0) });
  if (facts.hasByline) found.push({ code: "byline", weight: 0.25 });
  if (facts.hasDate) found.push({ code: "date", weight: 0.25 });
  if (facts.showsClock) found.push({ code: "clock-shown", weight: 0.75 });
  if (dateline.test(facts.opening) || wires.test(facts.opening)) found.push({ code: "dateline", weight: 1 });
  const title = facts.headline || facts.title;
  if (otherTitles.test(title) || otherTitles.test(facts.title)) found.push({ code: "title-other", weight: -4 });
  else if (reviewTitles.test(title)) found.push({ code: "title-review", weight: -2.5 });
  if (facts.articleElements === 1) found.push({ code: "one-article-element", weight: 0.25 });
  return found;
}

/** Sums the evidence: news from the threshold on. */
export function decideNews(facts: NewsFacts): Pick<PageFacts, "news" | "newsEvidence"> {
  const newsEvidence = [...fromLinkedData(facts), ...fromMetas(facts), ...fromAddress(facts), ...fromText(facts)];
  const sum = newsEvidence.reduce((total, finding) => total + finding.weight, 0);
  return { news: sum >= NEWS_THRESHOLD, newsEvidence };
}
