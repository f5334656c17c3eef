/** Reads `_headers` as the hosts do that use it, so that preview and tests serve with exactly these headers. */

interface Rule {
  pattern: RegExp;
  set: [name: string, value: string][];
  /** Names that this rule takes back from the rules before it. */
  unset: string[];
}

/**
 * @param text contents of `public/_headers`
 * @returns the headers of a path (`/policies.html`), names in lower case; a header that two rules set has both
 *   values, as hosts have it, unless the later rule detaches the earlier one (`! Name`)
 * @throws Error that names the line which is neither a path nor a header
 */
export function parseHeaders(text: string): (path: string) => Record<string, string> {
  const rules: Rule[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) return;
    if (content.startsWith('/')) {
      rules.push({ pattern: patternOf(content), set: [], unset: [] });
      return;
    }
    const rule = rules.at(-1);
    const header = /^(!\s*)?([\w-]+)(?::\s*(.+))?$/.exec(content);
    if (!rule || !header || Boolean(header[1]) === Boolean(header[3])) {
      throw new Error(`_headers 第 ${index + 1} 行既不是路径也不是“名称: 值”：${content}`);
    }
    if (header[1]) rule.unset.push(header[2]!.toLowerCase());
    else rule.set.push([header[2]!.toLowerCase(), header[3]!]);
  });
  return (path) => {
    const headers: Record<string, string> = {};
    for (const { set, unset } of rules.filter(({ pattern }) => pattern.test(path))) {
      for (const name of unset) delete headers[name];
      for (const [name, value] of set)
        headers[name] = headers[name] ? `${headers[name]}, ${value}` : value;
    }
    return headers;
  };
}

function patternOf(path: string): RegExp {
  const literal = path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}$`);
}
