/**
 * The 离线 page is built once and says two things. The copy inside the archive says that it is inside; the copy on
 * the site names the zip, its size and its checksum, which no file inside the zip can know. Both wordings stand in
 * `ArchiveOffer.astro`, as sections marked `data-archive="inside"` and `data-archive="site"`; here one of them is cut.
 */

/** What the site's copy tells of the zip, in place of `{{name}}`, `{{href}}` and so on. */
export interface ZipFacts {
  name: string;
  href: string;
  size: string;
  sha256: string;
  /** 版本号 (edition.ts). */
  edition: string;
  /** Of the site, over the wire. */
  wire: string;
}

/**
 * @param wire the size of the site, as told inside the archive
 * @param leftOut what it says of what the archive leaves out
 * @returns the page as it stands inside the archive
 */
export function forArchive(html: string, wire: string, leftOut: string): string {
  return fill(cut(cut(html, 'site'), 'unoffered'), { wire, leftOut });
}

/** @returns the page of a site that offers no archive */
export function forSiteWithout(html: string, wire: string): string {
  return fill(cut(cut(html, 'inside'), 'site'), { wire });
}

/** @returns the page as it stands on the site */
export function forSite(html: string, facts: ZipFacts): string {
  return fill(cut(cut(html, 'inside'), 'unoffered'), { ...facts });
}

function fill(html: string, facts: Record<string, string>): string {
  return html.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const fact = facts[name];
    if (fact === undefined)
      throw new Error(
        `offline.html 里的 {{${name}}} 不是归档的信息（可用：${Object.keys(facts).join('、')}）。`,
      );
    return fact;
  });
}

/** Sections of this kind hold no further sections, so the first end tag is theirs. */
function cut(html: string, which: 'inside' | 'site' | 'unoffered'): string {
  const sections = new RegExp(`<section[^>]*\\sdata-archive="${which}"[^>]*>.*?</section>`, 'gs');
  if (!sections.test(html))
    throw new Error(
      `offline.html 里没有 data-archive="${which}" 的一节。请看 src/exports/archive/ArchiveOffer.astro。`,
    );
  return html.replace(sections, '');
}

/** @returns `1.24 MB（1239871 字节）` */
export function formatSize(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(2)} MB（${bytes} 字节）`;
}
