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

/** States and places that are printed without the word for what they are. */
const PLACES = new Set([
  ...`alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa
  kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada
  ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming chicago boston miami denver seattle
  atlanta detroit philadelphia houston dallas baltimore phoenix cleveland pittsburgh brooklyn manhattan hollywood
  scotland ireland ontario quebec gaza aleppo kabul baghdad damascus geneva vienna brussels strasbourg`.split(/\s+/),
  'new york',
  'new york city',
  'new jersey',
  'new hampshire',
  'new mexico',
  'new orleans',
  'north carolina',
  'south carolina',
  'north dakota',
  'south dakota',
  'west virginia',
  'rhode island',
  'los angeles',
  'las vegas',
  'san francisco',
  'san diego',
  'hong kong',
  'north korea',
  'south korea',
  'saudi arabia',
  'new zealand',
  'south africa',
  'sri lanka',
  'white house',
  'wall street',
  'capitol hill',
  'downing street',
  'silicon valley',
  'west bank',
  'middle east',
]);

/** Whether a name is that of a place which nobody is called by. */
export function isKnownPlace(words: readonly string[]): boolean {
  return words.length <= 3 && PLACES.has(words.join(' ').toLowerCase());
}

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
