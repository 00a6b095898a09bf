/** The commands of Keyence CV-X, XG-X and IV, as programs that were written for them send them. */
package org.shutterline.protocol.dialect.keyence;
