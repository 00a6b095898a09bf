/**
 * Measures the station beside the bare pieces that it is made of, in one run, and writes {@code docs/performance.md}.
 * Started by {@code mvn -Pbench verify -DskipTests}; not part of the tests.
 */
package org.shutterline.docs.bench;
