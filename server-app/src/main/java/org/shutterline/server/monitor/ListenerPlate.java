package org.shutterline.server.monitor;

import java.net.InetSocketAddress;

/**
 * A place where the server listens.
 *
 * @param dialect the id of the dialect that is spoken there
 * @param address with the port that it got
 */
public record ListenerPlate(String dialect, InetSocketAddress address) {}
