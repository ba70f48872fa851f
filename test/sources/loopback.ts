import { readAllowance } from '../../src/sources/addresses.ts';

/** Lets servers of this machine be asked, and nothing else that is not public. */
export const LOOPBACK = readAllowance('127.0.0.1').allowance;
