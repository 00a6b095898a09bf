/** The vision station: it listens, takes a picture, judges it, keeps the result and answers. */
package org.shutterline.server;
