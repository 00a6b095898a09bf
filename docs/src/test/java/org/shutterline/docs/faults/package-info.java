/**
 * Faults on demand, for tests: peers, networks, handles, processes and displays that break, each a small class with an undo
 * and a time limit; and the oracle that knows what must have come of it. Only ever used on processes that the test started,
 * on loopback or in network namespaces that it made. Knows the server only from outside.
 */
package org.shutterline.docs.faults;
