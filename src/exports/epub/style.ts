/** The book's own typography: a gazette's, in what every reading system knows. Fonts are the reader's. */
export const BOOK_STYLE = `@charset "utf-8";
@page { margin: 1.5em 1em; }
html { line-height: 1.75; }
body { margin: 0 4%; font-family: "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif;
  line-break: strict; text-align: justify; hanging-punctuation: allow-end; text-spacing-trim: trim-start; }
h1, h2, h3, h4, h5, h6, .kind, dt, .source { font-family: "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC",
  "Microsoft YaHei", sans-serif; text-align: start; }
h1 { margin: 1.75em 0; font-size: 1.4em; line-height: 1.5; text-align: center; }
h2 { margin: 1.75em 0 0.875em; font-size: 1.1em; }
h3, h4, h5, h6 { margin: 1.75em 0 0; font-size: 1em; }
p { margin: 0; }
.text p { text-indent: 2em; }
.text .part { text-indent: 0; }
.text .masthead { color: #b3261e; font-size: 1.4em; font-weight: bold; text-align: center; }
.text .document-number { margin-bottom: 1.75em; text-align: center; }
.text .signature, .text .dateline { text-align: end; }
.text h1 { font-family: inherit; }
.kind { margin-bottom: 1.75em; color: #6b6459; font-size: 0.85em; }
.summary, .particulars { margin: 1.75em 0; }
dt { color: #6b6459; font-size: 0.85em; }
dd { margin: 0 0 0.875em; }
blockquote { margin: 0 0 1.75em 1em; padding-left: 1em; border-left: 1px solid #b3261e; }
.source { color: #6b6459; font-size: 0.85em; }
table { margin: 1.75em 0; border-collapse: collapse; font-size: 0.9em; }
th, td { padding: 0.3em 0.5em; border: 1px solid #9a9388; text-align: start; vertical-align: top; }
.text td p, .text li p { text-indent: 0; }
a { color: #7a2a20; text-decoration: none; border-bottom: 1px dotted; }
sup { font-size: 0.65em; line-height: 0; }
aside { margin-top: 0.875em; font-size: 0.85em; }
nav ol { list-style: none; padding-left: 1em; }
.title-page { margin-top: 20%; text-align: center; }
`;
