import type { Institution } from '../city/city.ts';
import { namesAPerson } from './names-a-person.ts';

/** A contact for readers outside the office: empty when it reads like a person (`namesAPerson`), else as it is. */
export const publicContact = (contact: string): string => (namesAPerson(contact) ? '' : contact);

/**
 * What leaves the office of a list of institutions: only the public ones, in their order, and no contact that names a person. Every exit for the public
 * uses it, so that none tells what another holds back. Institutions without such a contact are the same objects.
 */
export const publicInstitutions = (institutions: readonly Institution[]): readonly Institution[] =>
  institutions
    .filter((institution) => institution.public)
    .map((institution) => (namesAPerson(institution.contact) ? { ...institution, contact: '' } : institution));
