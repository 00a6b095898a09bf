/**
 * The TCP side of the server: listeners, connections, and the carrying out of what a dialect's conversation says. It is
 * handed an {@link org.shutterline.server.net.Engine} and a {@link org.shutterline.server.net.TrafficListener} and knows
 * no station. Imports {@code protocol.message}, {@code protocol.plugin} and {@code protocol.spi}. Each listener has a
 * thread {@code net-<port>-accept}, each connection one {@code net-<port>-<n>}; nothing here blocks another's thread.
 */
package org.shutterline.server.net;
