/**
 * ROOM components/practice-article. Out: a news story of our own words, set in July 2019, with traps in it: an ice storm, a
 * basketball team, an animal sanctuary. The story is invented; offices, laws and dates are real. It stays in English, as the
 * news it stands for. Needs nothing; no browser API.
 */
export const practiceData = {
  "@context": "https://schema.org",
  "@type": "NewsArticle",
  headline: "Mayor says city police will not join ICE arrests expected this weekend",
  datePublished: "2019-07-12",
  inLanguage: "en",
  articleSection: "Immigration",
  author: { "@type": "Organization", name: "Newsgloss practice desk" },
} as const;

export function PracticeArticle({ tip }: { tip: string }) {
  return (
    <main class="article">
      <p class="tip not-printed">{tip}</p>
      <article lang="en">
        <h1>{practiceData.headline}</h1>
        <p class="soft">
          <span>By the Newsgloss practice desk</span> · <time dateTime="2019-07-12">July 12, 2019</time>
        </p>
        <p>
          CHICAGO — Mayor Lori Lightfoot said on Friday that police in Chicago would take no part in arrests of families
          that U.S. Immigration and Customs Enforcement is expected to begin on Sunday in about ten cities.
        </p>
        <p>
          Lightfoot has also ended ICE’s access to the city’s police databases. Under the Welcoming City Ordinance,
          officers may not hold a person only because the agency has sent a detainer.
        </p>
        <p>
          President Donald Trump announced the operation in June and then put it off for two weeks. The people sought
          have final orders of removal from an immigration judge, the Department of Homeland Security said. Advocates
          told undocumented immigrants that an administrative warrant does not by itself let agents enter a home.
        </p>
        <h2>What the law asks of cities</h2>
        <p>
          Supporters of stricter enforcement call Chicago and other sanctuary cities a danger, because people wanted by
          ICE may be released from jail. City lawyers answer that the Tenth Amendment leaves it to cities how their own
          police are used, and that 8 U.S.C. 1373 speaks only of information about citizenship and immigration status.
          In Cook County, the sheriff does not honor a detainer without a warrant signed by a judge.
        </p>
        <p>
          Illinois has rules of its own. The Illinois TRUST Act of 2017 bars police from holding people on a detainer
          alone, and in June Gov. J.B. Pritzker signed a bill that keeps local police out of the 287(g) program. In City
          of Chicago v. Sessions, a federal appeals court sided with the city over conditions on police grants.
        </p>
        <p>
          U.S. Customs and Border Protection (CBP) takes no part in the arrests, the department said. Lightfoot’s office
          expects anti-ICE rallies, and a march in the suburbs; Pritzker’s office did not say whether the governor would
          join one in Evanston, which calls itself a sanctuary city too.
        </p>
        <h2>Elsewhere in the city</h2>
        <p>
          Not every word is a mention. An ice storm last winter left black ice on every street; the Chicago Bulls open
          their season in October; and the Lakeside animal sanctuary is looking for homes for forty rabbits. None of
          these should carry a mark.
        </p>
        <p>
          Lightfoot, who took office in May, will speak again on Saturday. A spokesman for ICE said that it does not
          comment on plans.
        </p>
      </article>
    </main>
  );
}
