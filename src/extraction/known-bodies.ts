/** Countries, and other names that as the source of words are always a body and never somebody's surname. */
const COUNTRIES = new Set(
  `afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium
  bolivia bosnia botswana brazil britain bulgaria burma cambodia cameroon canada chile china colombia congo croatia cuba
  cyprus czechia denmark ecuador egypt england eritrea estonia ethiopia finland france gabon germany ghana greece guatemala
  haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan kazakhstan kenya kosovo
  kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania luxembourg malaysia mali malta mexico moldova mongolia
  montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine
  panama paraguay peru philippines poland portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia
  slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand tunisia turkey turkmenistan
  uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe europe africa asia america
  beijing moscow washington london paris berlin tehran ankara kyiv tokyo seoul pyongyang brussels`.split(/\s+/),
);

const BODIES = new Set(
  `reuters bloomberg politico axios breitbart buzzfeed facebook google microsoft apple amazon twitter youtube linkedin
  instagram whatsapp congress parliament pentagon kremlin hamas hezbollah taliban nato unesco unicef interpol europol
  gallup quinnipiac pew wikileaks democrats republicans`.split(/\s+/),
);

/** Whether a name is that of a country, a continent, or a capital that stands for its government. */
export function isCountry(words: readonly string[]): boolean {
  return words.length === 1 && COUNTRIES.has((words[0] ?? '').toLowerCase());
}

/** Whether a name is that of a body which is mostly printed without a word that says so. */
export function isKnownBody(words: readonly string[]): boolean {
  return BODIES.has((words.at(-1) ?? '').toLowerCase());
}
