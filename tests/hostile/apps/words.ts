/** What all four apps show, before and after the reader's click. */
export const words = {
  title: "Chicago mayor says city police will not join planned arrests",
  first:
    "CHICAGO — Mayor Lori Lightfoot said on Friday that the city’s police will not assist U.S. Immigration and Customs Enforcement, known as ICE, in arrests of immigrants that are expected to begin this weekend. She said that undocumented immigrants should know their rights.",
  second:
    "The Department of Homeland Security, the parent of ICE, said that the operation is aimed at people with final orders of removal. A spokesman said that a detainer asks a jail to hold a person for up to 48 hours.",
  later: "Customs and Border Protection said later that its agents would help to deport immigrants.",
};
