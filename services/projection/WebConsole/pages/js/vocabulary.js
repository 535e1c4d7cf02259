// The values that the contracts know (contracts/, ../../shared/incident-format.md); a test holds them against the contracts.

export const eventTypes = ['rocket_attack', 'missile_attack', 'drone_attack', 'airstrike', 'shelling', 'bombing', 'car_bombing', 'suicide_bombing', 'landmine',
  'grenade_attack', 'shooting', 'armed_clash', 'assassination', 'kidnapping', 'arson', 'stabbing', 'vehicle_ramming', 'sabotage', 'chemical_attack', 'other_attack'];
export const datePrecisions = ['day', 'week', 'month', 'year', 'unknown'];
export const placePrecisions = ['site', 'settlement', 'admin1', 'country', 'unknown'];
export const weaponTypes = ['rocket', 'missile', 'drone', 'bomb', 'car_bomb', 'suicide_vest', 'mortar', 'artillery', 'aircraft', 'firearm', 'grenade', 'mine', 'knife', 'vehicle', 'chemical', 'unknown'];
export const targetKinds = ['military_base', 'troops', 'police', 'government', 'diplomatic', 'civilians', 'infrastructure', 'company', 'transport', 'religious', 'media', 'person', 'other'];
export const perpetratorKinds = ['state', 'armed_group', 'individual', 'unknown'];
export const stances = ['claimed', 'stated', 'accused', 'suspected', 'denied'];
export const statuses = ['open', 'confirmed', 'rejected', 'withdrawn', 'merged'];

const people = [['min', 'number'], ['max', 'number']];

/** What a correction of each field is made of: [name, kind of control or list of values]; `list` when the field has several of it. */
export const correctable = {
  eventType: { parts: eventTypes },
  date: { parts: [['start', 'date'], ['end', 'date'], ['precision', datePrecisions], ['timeOfDay', 'text']] },
  place: { parts: [['name', 'text'], ['admin1', 'text'], ['country', 'text'], ['lat', 'decimal'], ['lon', 'decimal'], ['precision', placePrecisions], ['relation', 'text'], ['distanceKm', 'decimal']] },
  weapons: { list: true, parts: [['type', weaponTypes], ['model', 'text'], ...people] },
  targets: { list: true, parts: [['name', 'text'], ['kind', targetKinds]] },
  'casualties.killed': { parts: people },
  'casualties.wounded': { parts: people },
  'casualties.missing': { parts: people },
  'casualties.kidnapped': { parts: people },
  damage: { list: true, parts: [['text', 'text'], ['kind', 'text']] },
  perpetrators: { list: true, parts: [['name', 'text'], ['kind', perpetratorKinds], ['stance', stances], ['accuser', 'text']] },
};
