/** The conversation between a peer and a station, without sockets, threads or windows. */
package org.shutterline.protocol;
