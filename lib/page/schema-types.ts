/** schema.org types, sorted by what they say of a page. */

const newsTypes = new Set(
  "NewsArticle ReportageNewsArticle OpinionNewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle ReviewNewsArticle LiveBlogPosting".split(
    " ",
  ),
);
const articleTypes = new Set(
  "Article BlogPosting SocialMediaPosting TechArticle Report ScholarlyArticle AdvertiserContentArticle SatiricalArticle Review CriticReview ClaimReview".split(
    " ",
  ),
);
const pageTypes = new Set("WebPage ItemPage AboutPage VideoObject CreativeWork MedicalWebPage".split(" "));
/** Types of pages that are something else than a story. */
const otherTypes = new Set(
  "Product ProductGroup Offer AggregateOffer JobPosting Recipe QAPage FAQPage DiscussionForumPosting SoftwareApplication SoftwareSourceCode MobileApplication Course Book Movie MusicRecording MusicAlbum MusicComposition Event SportsEvent HowTo ProfilePage CollectionPage SearchResultsPage CheckoutPage Store Hotel Restaurant RealEstateListing Dataset MedicalWebPage MedicalStudy".split(
    " ",
  ),
);

export const isNewsType = (type: string) => newsTypes.has(type);
export const isArticleType = (type: string) => newsTypes.has(type) || articleTypes.has(type);
export const isPageType = (type: string) => pageTypes.has(type);
export const isOtherType = (type: string) => otherTypes.has(type);
