// Writes the country outlines of the console's map from Natural Earth's 1:110m countries, as packaged in npm's world-atlas:
//   npm install --no-save world-atlas@2.0.2 topojson-client@3.1.0 i18n-iso-countries@7.14.0
//   node deploy/country-outlines.mjs > services/projection/WebConsole/pages/countries.json
// A line a country: its ISO 3166-1 alpha-2 code (or its name, where it has none), its name, and an SVG path. The map is
// plate carrée in tenths of a degree: x = 10 × longitude, y = -10 × latitude.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const require = createRequire(`${process.cwd()}/`);
const { feature } = require('topojson-client');
const { numericToAlpha2 } = require('i18n-iso-countries');
const world = JSON.parse(readFileSync(require.resolve('world-atlas/countries-110m.json')));

const ring = (points, wraps) => {
  let path = '';
  let before;
  for (const [lon, lat] of points) {
    let x = Math.round(lon * 10);
    const y = Math.round(-lat * 10);
    // Over the 180th meridian the outline goes on past the map's edge.
    if (before && wraps && Math.abs(x - before[0]) > 1800) x += x < before[0] ? 3600 : -3600;
    if (!before) path = `M${x} ${y}l`;
    else if (x !== before[0] || y !== before[1]) path += `${path.endsWith('l') ? '' : ' '}${x - before[0]} ${y - before[1]}`;
    before = [x, y];
  }
  return path.endsWith('l') ? '' : `${path}z`;
};
const antarctica = '010'; // its outline runs along the map's lower edge
const countries = feature(world, world.objects.countries).features.map(({ id, properties, geometry }) => {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return [numericToAlpha2(id) ?? '', properties.name, polygons.flat().map(points => ring(points, id !== antarctica)).join('')];
});
console.log(`[\n${countries.map(country => JSON.stringify(country)).join(',\n')}\n]`);
