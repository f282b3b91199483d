import { describe, expect, it } from 'vitest';
import { crsFromName } from './crs-from-name.ts';
import { crsFromWkt } from './crs-from-wkt.ts';

const GEOGCS = { etrs: 'GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]', wgs: 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]', dhdn: 'GEOGCS["GCS_Deutsches_Hauptdreiecksnetz",DATUM["D_Deutsches_Hauptdreiecksnetz",SPHEROID["Bessel_1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]' };
const tm = (name: string, geogcs: string, easting: number, meridian: number, factor: number, method = 'Transverse_Mercator', unit = 'UNIT["Meter",1.0]') =>
  `PROJCS["${name}",${geogcs},PROJECTION["${method}"],PARAMETER["False_Easting",${easting}],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",${factor}],PARAMETER["Latitude_Of_Origin",0.0],${unit}]`;

describe('coordinate systems from a prj file', () => {
  it.each<[string, string, string | undefined]>([
    ['ETRS89 / UTM 32', tm('ETRS_1989_UTM_Zone_32N', GEOGCS.etrs, 500000, 9, 0.9996), 'EPSG:25832'],
    ['ETRS89 / UTM 33, of another name', tm('Netz 88', GEOGCS.etrs, 500000, 15, 0.9996), 'EPSG:25833'],
    ['WGS 84 / UTM 32', tm('WGS_1984_UTM_Zone_32N', GEOGCS.wgs, 500000, 9, 0.9996), 'EPSG:32632'],
    ['UTM 32 with eight digits', tm('ETRS_1989_UTM_Zone_32N_8stellen', GEOGCS.etrs, 32500000, 9, 0.9996), 'EPSG:4647'],
    ['UTM 33 with eight digits', tm('ETRS_1989_UTM_Zone_33N_8stellen', GEOGCS.etrs, 33500000, 15, 0.9996), 'EPSG:5650'],
    ['UTM 33 with seven digits of Brandenburg', tm('ETRS_1989_UTM_Zone_33N_7stellen', GEOGCS.etrs, 3500000, 15, 0.9996), undefined],
    ['Gauß-Krüger 3', tm('DHDN_3_Degree_Gauss_Zone_3', GEOGCS.dhdn, 3500000, 9, 1, 'Gauss_Kruger'), 'EPSG:31467'],
    ['Gauß-Krüger without the number of its zone', tm('GK', GEOGCS.dhdn, 500000, 9, 1, 'Gauss_Kruger'), undefined],
    ['RD/83 of Saxony', tm('RD/83 / 3-degree Gauss-Kruger zone 5', 'GEOGCS["RD/83",DATUM["Rauenberg_Datum_83",SPHEROID["Bessel 1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]', 5500000, 15, 1), 'EPSG:3399'],
    ['PD/83 of Thuringia', tm('x', 'GEOGCS["PD/83",DATUM["Potsdam_Datum_83",SPHEROID["Bessel 1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]', 4500000, 12, 1), 'EPSG:3397'],
    ['Pulkovo 1942/83', tm('x', 'GEOGCS["Pulkovo 1942(83)",DATUM["Pulkovo_1942_83",SPHEROID["Krassowsky 1940",6378245,298.3]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]', 4500000, 12, 1), 'EPSG:2398'],
    ['Soldner Berlin', `PROJCS["DHDN_Soldner_Berlin",${GEOGCS.dhdn},PROJECTION["Cassini"],PARAMETER["False_Easting",40000.0],PARAMETER["False_Northing",10000.0],PARAMETER["Central_Meridian",13.62720366666667],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",52.41864827777778],UNIT["Meter",1.0]]`, 'EPSG:3068'],
    ['UTM in feet', tm('x', GEOGCS.etrs, 500000, 9, 0.9996, 'Transverse_Mercator', 'UNIT["Foot",0.3048]'), undefined],
    ['UTM 18', tm('x', GEOGCS.wgs, 500000, -75, 0.9996), undefined],
    ['degrees', GEOGCS.wgs, 'EPSG:4326'],
    ['degrees of ETRS89', GEOGCS.etrs, 'EPSG:4258'],
    ['degrees of DHDN, with mark of bytes', `\uFEFF${GEOGCS.dhdn}`, 'EPSG:4314'],
    ['Web Mercator', `PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",${GEOGCS.wgs},PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]`, 'EPSG:3857'],
    ['version 2 with its conversion', 'PROJCRS["ETRS89 / UTM zone 32N",BASEGEOGCRS["ETRS89",ENSEMBLE["European Terrestrial Reference System 1989 ensemble",MEMBER["European Terrestrial Reference Frame 1989"],ELLIPSOID["GRS 1980",6378137,298.257222101,LENGTHUNIT["metre",1]],ENSEMBLEACCURACY[0.1]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],ID["EPSG",4258]],CONVERSION["UTM zone 32N",METHOD["Transverse Mercator",ID["EPSG",9807]],PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Longitude of natural origin",9,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Scale factor at natural origin",0.9996],PARAMETER["False easting",500000,LENGTHUNIT["metre",1]],PARAMETER["False northing",0,LENGTHUNIT["metre",1]]],CS[Cartesian,2],AXIS["(E)",east],AXIS["(N)",north],LENGTHUNIT["metre",1],ID["EPSG",25832]]', 'EPSG:25832'],
    ['with a height', `COMPD_CS["x",${tm('x', GEOGCS.etrs, 500000, 9, 0.9996)},VERT_CS["DHHN2016 height",VERT_DATUM["x",2005],UNIT["metre",1]]]`, 'EPSG:25832'],
    ['a name alone', 'ETRS_1989_UTM_Zone_32N', undefined],
    ['a bracket too few', GEOGCS.wgs.slice(0, -1), undefined],
    ['ten thousand brackets', 'A['.repeat(9_000), undefined],
    ['nothing', '', undefined],
  ])('%s', (_name, text, expected) => expect(crsFromWkt(text)).toBe(expected));
});

it.each<[string, string | undefined]>([
  ['EPSG:25832', 'EPSG:25832'], ['urn:ogc:def:crs:EPSG::25833', 'EPSG:25833'], ['urn:ogc:def:crs:EPSG:6.9:31467', 'EPSG:31467'], ['http://www.opengis.net/def/crs/EPSG/0/4258', 'EPSG:4258'],
  ['http://www.opengis.net/gml/srs/epsg.xml#25832', 'EPSG:25832'], ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'], ['EPSG:5653', 'EPSG:4647'], ['EPSG:2056', undefined], ['25832', undefined], ['toString', undefined],
])('the name %s', (name, expected) => expect(crsFromName(name)).toBe(expected));
