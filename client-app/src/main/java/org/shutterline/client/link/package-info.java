/**
 * The way to a server: one TCP connection each, asked from any thread, answering on its own. Imports {@code protocol}
 * (message, spi) and
 * {@code language} only. Each {@link org.shutterline.client.link.TcpLink} owns three threads: {@code link}, {@code link-read}
 * and {@code link-write}.
 */
package org.shutterline.client.link;
