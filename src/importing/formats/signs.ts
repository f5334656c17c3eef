/** The signs of Word's symbol fonts as characters of Unicode: what a reader sees of Wingdings þ is ☑. Pure. */

const range = (first: number, chars: string): [number, string][] =>
  [...chars].map((char, i) => [first + i, char]);
/** `fe☑ fd☒`: the place of a sign in its font, and the character. */
const listed = (text: string): [number, string][] =>
  text.split(' ').map((one) => [parseInt(one.slice(0, 2), 16), one.slice(2)]);

const CIRCLED = '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿';
const FONTS: Record<string, ReadonlyMap<number, string>> = {
  wingdings: new Map([
    ...range(0x80, CIRCLED),
    ...listed(
      '21✏ 22✂ 28☎ 2a✉ 36⌛ 3f✍ 45☜ 46☞ 47☝ 48☟ 4a☺ 4c☹ 51✈ 52☼ 6c● 6d❍ 6e■ 6f□ 70□ 71❑ 72❒ 74◆ 75◆ 76❖ 77◆ 78⌧ 9f• a1○ a4◉ a5◎ a7▪ a8□ ab★ d8➢ df← e0→ e1↑ e2↓ e3↖ e4↗ e5↙ e6↘ e8➔ ef⇦ f0⇨ f1⇧ f2⇩ fb✗ fc✓ fd☒ fe☑',
    ),
  ]),
  'wingdings 2': new Map([
    ...range(0x69, CIRCLED),
    ...listed('4f✗ 50✓ 51☒ 52☑ 53☒ 54☒ 97● 9a○ a2■ a3□ aa◆ ae◆'),
  ]),
  webdings: new Map(listed('33◀ 34▶ 35▲ 36▼ 61✓ 63□ 67■ 6e● 72✗')),
  symbol: new Map([
    ...range(0x20, ' !∀#∃%&∋()*+,−./0123456789:;<=>?'),
    ...range(0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'),
    ...range(0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'),
    ...listed(
      'a2′ a3≤ a5∞ ab↔ ac← ad↑ ae→ af↓ b0° b1± b2″ b3≥ b4× b5∝ b6∂ b7• b8÷ b9≠ ba≡ bb≈ bc… c4⊗ c5⊕ c7∩ c8∪ ce∈ d0∠ d1∇ d5∏ d6√ d7⋅ d9∧ da∨ de⇒ e5∑ f2∫',
    ),
  ]),
};

export const isSignFont = (font: string | undefined): boolean =>
  (font ?? '').toLowerCase() in FONTS;

/**
 * @param font the font's name
 * @param code the character as the file has it; fonts of signs stand at U+F000 and on
 * @returns the character that is seen, or null where it is not known
 */
export function signOf(font: string, code: number): string | null {
  const signs = FONTS[font.toLowerCase()];
  if (!signs) return code >= 0xe000 && code <= 0xf8ff ? null : String.fromCodePoint(code);
  return signs.get(code & 0xff) ?? (code === 0x20 || code === 0x3000 ? ' ' : null);
}
